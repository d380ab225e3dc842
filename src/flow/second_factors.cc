#include "flow/second_factors.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/encode.h"
#include "flow/totp.h"

namespace bas::flow {

namespace {

constexpr std::size_t kRecoveryBytes = 16;
constexpr std::size_t kRecoveryGroup = 4;
constexpr auto kFactorKind = PaperKind::kSecondFactor;

// Everything of one account; `secret` empty: no second factor.
struct FactorFile {
  int version = 0;  // of the paper; 0: there is none yet
  std::string secret{};
  std::int64_t last_step = 0;
  std::vector<std::string> recovery{};  // SHA-256, hex
  std::string pending{};                // a secret that waits for its first code
  std::int64_t pending_since_ms = 0;
};

std::string text_of(const FactorFile& file) {
  return nlohmann::json{{"secret", to_base64(file.secret)},
                        {"last_step", file.last_step},
                        {"recovery", file.recovery},
                        {"pending", to_base64(file.pending)},
                        {"pending_since_ms", file.pending_since_ms}}
      .dump();
}

Result<FactorFile> parse_file(const OpenPaper& paper) {
  FactorFile file;
  file.version = paper.version;
  try {
    const auto json = nlohmann::json::parse(paper.text);
    file.secret = TRY(from_base64(json.at("secret").get<std::string>()));
    json.at("last_step").get_to(file.last_step);
    json.at("recovery").get_to(file.recovery);
    file.pending = TRY(from_base64(json.at("pending").get<std::string>()));
    json.at("pending_since_ms").get_to(file.pending_since_ms);
  } catch (const nlohmann::json::exception&) {
    return fail(ErrorCode::kCorrupt, "a stored second factor is not as written: restore a backup");
  }
  return file;
}

Result<FactorFile> file_of(Papers& papers, const Id& user) {
  const auto paper = TRY(papers.find(kFactorKind, user));
  return paper ? parse_file(*paper) : FactorFile{};
}

// kConflict when somebody else wrote it since it was read.
Result<> keep(Papers& papers, const Id& user, const FactorFile& file) {
  if (file.version == 0) return papers.add(kFactorKind, user, text_of(file));
  return papers.replace(kFactorKind, {user, file.version, text_of(file)});
}

// Codes as people type them: in groups, in capitals.
std::string typed(std::string_view code) {
  std::string out;
  for (const char c : code) {
    if (c == ' ' || c == '-') continue;
    out.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c);
  }
  return out;
}

std::string in_groups(std::string_view hex) {
  std::string out;
  for (std::size_t at = 0; at < hex.size(); at += kRecoveryGroup) {
    if (at > 0) out += '-';
    out += hex.substr(at, kRecoveryGroup);
  }
  return out;
}

// Uses the code up within `file`.
bool take_from(FactorFile& file, const std::string& code, UtcTime now) {
  if (file.secret.empty()) return false;
  if (const auto step = matching_totp_step({file.secret, code, now, file.last_step})) {
    file.last_step = *step;
    return true;
  }
  return std::erase(file.recovery, to_hex(sha256(code))) > 0;
}

}  // namespace

Result<SecondFactorState> SecondFactors::state(const Id& user) {
  const FactorFile file = TRY(file_of(parts_.papers, user));
  return SecondFactorState{!file.secret.empty(), file.recovery.size()};
}

Result<Enrolment> SecondFactors::begin(const User& user) {
  FactorFile file = TRY(file_of(parts_.papers, user.id));
  file.pending = parts_.random.bytes(kTotpSecretBytes);
  file.pending_since_ms = parts_.clock.now().time_since_epoch().count();
  TRY(keep(parts_.papers, user.id, file));
  return Enrolment{to_base32(file.pending), otpauth_url(file.pending, user.name)};
}

Result<std::vector<std::string>> SecondFactors::confirm(const Id& user, std::string_view code) {
  FactorFile file = TRY(file_of(parts_.papers, user));
  const UtcTime now = parts_.clock.now();
  const UtcTime since{std::chrono::milliseconds{file.pending_since_ms}};
  if (file.pending.empty() || now - since > kEnrolmentMax) {
    return fail(ErrorCode::kConflict, "no new second factor waits for its code: begin again");
  }
  const auto step = matching_totp_step({file.pending, typed(code), now, 0});
  if (!step) {
    return fail(ErrorCode::kRefused,
                "this is not the code: look at the clock of the device and take its next code");
  }
  file.secret = std::exchange(file.pending, {});
  file.last_step = *step;
  file.recovery.clear();
  std::vector<std::string> shown;
  for (std::size_t i = 0; i < kRecoveryCodes; ++i) {
    const std::string drawn = to_hex(parts_.random.bytes(kRecoveryBytes));
    file.recovery.push_back(to_hex(sha256(drawn)));
    shown.push_back(in_groups(drawn));
  }
  TRY(keep(parts_.papers, user, file));
  return shown;
}

Result<bool> SecondFactors::take(const Id& user, std::string_view code) {
  FactorFile file = TRY(file_of(parts_.papers, user));
  if (!take_from(file, typed(code), parts_.clock.now())) return false;
  const auto kept = keep(parts_.papers, user, file);
  if (!kept && kept.error().code == ErrorCode::kConflict) return false;  // taken at the same time
  if (!kept) return tl::make_unexpected(kept.error());
  return true;
}

Result<> SecondFactors::reset(const Id& user) {
  FactorFile file = TRY(file_of(parts_.papers, user));
  if (file.version == 0) return {};
  file = FactorFile{.version = file.version};
  return keep(parts_.papers, user, file);
}

}  // namespace bas::flow
