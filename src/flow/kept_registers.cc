#include "flow/kept_registers.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/encode.h"

namespace bas::flow {

namespace {

constexpr std::array kKinds{RegisterKind::kProcessing, RegisterKind::kCameras};

std::string version_text(const RegisterVersion& version) {
  return nlohmann::ordered_json{{"kind", kRegisterKindNames.of(version.kind)},
                                {"number", version.number},
                                {"made_at", format_rfc3339(version.made_at)},
                                {"document", version.document}}
      .dump();
}

Result<RegisterVersion> version_in(const nlohmann::json& json) {
  RegisterVersion version;
  const auto kind = kRegisterKindNames.find(json.at("kind").get<std::string>());
  if (!kind) return fail(ErrorCode::kCorrupt, "a stored register is of no known kind");
  version.kind = *kind;
  json.at("number").get_to(version.number);
  version.made_at = TRY(parse_rfc3339(json.at("made_at").get<std::string>()));
  json.at("document").get_to(version.document);
  version.sha256 = to_hex(sha256(version.document));
  return version;
}

Result<RegisterVersion> parse_version(const OpenPaper& paper) {
  try {
    return version_in(nlohmann::json::parse(paper.text));
  } catch (const nlohmann::json::exception&) {
    return fail(ErrorCode::kCorrupt,
                "a stored register is not as it was written: restore a backup");
  }
}

}  // namespace

Result<std::vector<RegisterVersion>> KeptRegisters::refresh() {
  const std::lock_guard lock(refreshing_);
  std::vector<RegisterVersion> added;
  for (const RegisterKind kind : kKinds) {
    const auto before = TRY(kept(kind));
    RegisterVersion next;
    next.kind = kind;
    next.document = TRY(document_of(kind));
    next.sha256 = to_hex(sha256(next.document));
    if (!before.empty() && before.front().sha256 == next.sha256) continue;
    next.number = before.empty() ? 1 : before.front().number + 1;
    next.made_at = parts_.clock.now();
    Use use;
    use.facts.verb = policy::Verb::kAlter;
    use.facts.what = "register of ";
    use.facts.what += kRegisterKindNames.of(kind);
    use.facts.version = std::to_string(next.number);
    use.facts.results_sha256 = next.sha256;
    TRY(parts_.uses.write(std::move(use)));
    TRY(parts_.papers.add(PaperKind::kRegister, make_id(next.made_at, parts_.random),
                          version_text(next)));
    added.push_back(std::move(next));
  }
  return added;
}

void KeptRegisters::start(std::chrono::milliseconds every) {
  job_.start(every, or_complain("the registers could not be kept; tried again later",
                                [this]() -> Result<> {
                                  TRY(refresh());
                                  return {};
                                }));
}

Result<std::vector<RegisterVersion>> KeptRegisters::versions(RegisterKind kind, const Person& who) {
  policy::Request request;
  request.act = policy::Act::kReadLog;
  request.log.why = policy::LogReason::kLawfulness;
  Use use;
  use.facts.what = "register of ";
  use.facts.what += kRegisterKindNames.of(kind);
  TRY(parts_.gate.pass(std::move(request), std::move(use), who));
  TRY(refresh());
  return kept(kind);
}

// The latest first.
Result<std::vector<RegisterVersion>> KeptRegisters::kept(RegisterKind kind) {
  std::vector<RegisterVersion> versions;
  for (const OpenPaper& paper : TRY(parts_.papers.all(PaperKind::kRegister))) {
    RegisterVersion version = TRY(parse_version(paper));
    if (version.kind == kind) versions.push_back(std::move(version));
  }
  std::ranges::sort(versions, std::greater<>(), &RegisterVersion::number);
  return versions;
}

Result<std::string> KeptRegisters::document_of(RegisterKind kind) {
  const auto view = parts_.gate.directory().view();
  if (kind == RegisterKind::kCameras) return camera_register(*view);
  std::vector<Grant> grants;
  for (const OpenPaper& paper : TRY(parts_.papers.all(PaperKind::kGrant))) {
    grants.push_back(TRY(parse_grant(paper)));
  }
  const auto lists = TRY(parts_.lists.lists());
  return processing_register({parts_.gate.regime(), *view, lists, grants, parts_.clock.now()});
}

}  // namespace bas::flow
