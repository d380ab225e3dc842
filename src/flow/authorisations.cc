#include "flow/authorisations.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/encode.h"
#include "model/plate.h"

namespace bas::flow {

namespace {

constexpr std::size_t kTextMost = 200;
constexpr int kTries = 5;  // when others change the same paper at the same moment

// The same question of the same person: pages and repetitions of it are one use.
std::string question_of(std::string_view question, const User& user) {
  return to_hex(sha256(to_string(user.id) + '\n' + std::string(question)));
}

bool has_asked(const Authorisation& one, const std::string& question) {
  return std::ranges::count(one.uses, question, &AuthorisationUse::question_sha256) > 0;
}

bool is_used_up(const Authorisation& one) {
  return (one.uses_max > 0 && one.uses.size() >= static_cast<std::size_t>(one.uses_max)) ||
         one.uses.size() >= Authorisations::kUsesMost;
}

Result<> check_texts(const NewAuthorisation& wanted) {
  const std::pair<const char*, const std::string&> texts[] = {{"number", wanted.number},
                                                              {"authority", wanted.authority},
                                                              {"office", wanted.office},
                                                              {"case_number", wanted.case_number}};
  for (const auto& [name, text] : texts) {
    if (text.empty() || text.size() > kTextMost) {
      return fail(ErrorCode::kBadInput,
                  fmt::format("`{}` is needed, {} bytes at most", name, kTextMost));
    }
  }
  return {};
}

Result<> check_times(const NewAuthorisation& wanted, UtcTime now) {
  if (wanted.dated > now) {
    return fail(ErrorCode::kBadInput, "`dated` lies in the future: it is the date of the decision");
  }
  if (wanted.expires <= now)
    return fail(ErrorCode::kBadInput, "`expires` has to lie in the future");
  if (wanted.until <= wanted.from) {
    return fail(ErrorCode::kBadInput, "the reads it opens are captured `from`, and before `until`");
  }
  return {};
}

Result<std::vector<std::string>> plates_of(const NewAuthorisation& wanted) {
  std::vector<std::string> plates;
  for (const std::string& written : wanted.plates) {
    std::string plate = canonical_plate(written);
    if (plate.empty() || is_pattern(written)) {
      return fail(ErrorCode::kBadInput, "`plates` holds one that is no whole plate");
    }
    plates.push_back(std::move(plate));
  }
  return plates;
}

}  // namespace

Result<Authorisation> Authorisations::add(const NewAuthorisation& wanted, const Person& who) {
  TRY(check_texts(wanted));
  const UtcTime now = parts_.clock.now();
  TRY(check_times(wanted, now));
  if (wanted.plates.size() > kScopeMost || wanted.areas.size() > kScopeMost) {
    return fail(ErrorCode::kBadInput, fmt::format("{} plates and areas at most", kScopeMost));
  }
  for (const std::string& area : wanted.areas) {
    if (parts_.gate.directory().view()->zone_with_code(area) == nullptr) {
      return fail(ErrorCode::kBadInput, "`areas` holds a code that is of no zone");
    }
  }
  Authorisation one;
  one.id = make_id(now, parts_.random);
  one.zone = who.user.zone;
  one.number = wanted.number;
  one.authority = wanted.authority;
  one.office = wanted.office;
  one.case_number = wanted.case_number;
  one.dated = wanted.dated;
  one.expires = wanted.expires;
  one.from = wanted.from;
  one.until = wanted.until;
  one.plates = TRY(plates_of(wanted));
  one.areas = wanted.areas;
  one.penalty_years = wanted.penalty_years;
  one.uses_max = wanted.uses_max;
  one.registered_by = who.user.id;
  one.registered_at = now;
  TRY(pass(policy::Act::kRegisterAuthorisation, "authorisation", one, who));
  TRY(parts_.papers.add(PaperKind::kAuthorisation, one.id, paper_text(one)));
  return one;
}

Result<Authorisation> Authorisations::attach(const Id& id, std::string_view bytes,
                                             const Person& who) {
  auto [paper, one] = TRY(found(id, who.user));
  if (bytes.empty()) return fail(ErrorCode::kBadInput, "the document is empty");
  if (bytes.size() > kDocumentBytesMax) {
    return fail(ErrorCode::kTooLarge, "the document is larger than 10 MiB");
  }
  if (one.registered_by != who.user.id) {
    return fail(ErrorCode::kRefused, "its document is brought by who registered it");
  }
  if (!one.document_sha256.empty()) {
    return fail(ErrorCode::kConflict, "it has its document: register another authorisation");
  }
  one.document_sha256 = to_hex(sha256(bytes));
  one.document_bytes = bytes.size();
  TRY(pass(policy::Act::kRegisterAuthorisation, "document of an authorisation", one, who));
  const auto added = parts_.papers.add(PaperKind::kDocument, id, bytes);
  // Left there by an attempt that was cut short: another document does not take its place.
  if (!added && added.error().code == ErrorCode::kConflict) {
    const auto stored = TRY(parts_.papers.find(PaperKind::kDocument, id));
    if (!stored || stored->text != bytes) return tl::make_unexpected(added.error());
  } else if (!added) {
    return tl::make_unexpected(added.error());
  }
  Found changed{std::move(paper), std::move(one)};
  TRY(store(changed));
  return changed.authorisation;
}

Result<std::string> Authorisations::document(const Id& id, const Person& who) {
  const Found asked = TRY(found(id, who.user));
  TRY(pass(policy::Act::kOpenAuthorisation, "document of an authorisation", asked.authorisation,
           who));
  auto paper = TRY(parts_.papers.find(PaperKind::kDocument, id));
  if (!paper) return fail(ErrorCode::kNotFound, "it has no document yet");
  return std::move(paper->text);
}

Result<Authorisation> Authorisations::confirm(const Id& id, const Person& who) {
  Found asked = TRY(found(id, who.user));
  Authorisation& one = asked.authorisation;
  if (one.document_sha256.empty()) {
    return fail(ErrorCode::kConflict, "there is no document to compare it with yet");
  }
  if (one.registered_by == who.user.id) {
    return fail(ErrorCode::kRefused, "another person than who registered it has to compare it");
  }
  if (one.confirmed_at) return std::move(one);
  if (one.revoked_at) return fail(ErrorCode::kConflict, "it was revoked");
  TRY(pass(policy::Act::kConfirmAuthorisation, "authorisation confirmed", one, who));
  one.confirmed_at = parts_.clock.now();
  one.confirmed_by = who.user.id;
  TRY(store(asked));
  return std::move(one);
}

Result<Authorisation> Authorisations::revoke(const Id& id, const Person& who) {
  Found asked = TRY(found(id, who.user));
  Authorisation& one = asked.authorisation;
  if (one.revoked_at) return std::move(one);
  TRY(pass(policy::Act::kConfirmAuthorisation, "authorisation revoked", one, who));
  one.revoked_at = parts_.clock.now();
  one.revoked_by = who.user.id;
  TRY(store(asked));
  return std::move(one);
}

Result<std::vector<Authorisation>> Authorisations::all(const Person& who) {
  policy::Request request;
  request.act = policy::Act::kOpenAuthorisation;
  Use use;
  use.facts.what = "authorisations";
  TRY(parts_.gate.pass(std::move(request), std::move(use), who));
  std::vector<Authorisation> all;
  for (const OpenPaper& paper : TRY(parts_.papers.all(PaperKind::kAuthorisation))) {
    auto one = TRY(parse_authorisation(paper));
    if (one.zone == who.user.zone) all.push_back(std::move(one));
  }
  std::ranges::reverse(all);
  return all;
}

Result<Authorisation> Authorisations::find(const Id& id, const User& user) {
  return std::move(TRY(found(id, user)).authorisation);
}

policy::Authorisation Authorisations::in_words_of_policy(const Authorisation& one,
                                                         std::string_view question,
                                                         const User& user) const {
  policy::Authorisation words;
  words.number = one.number;
  words.authority = one.authority;
  words.office = one.office;
  words.reasons_sha256 = one.document_sha256;
  words.case_number = one.case_number;
  words.dated = one.dated;
  words.expires = one.expires;
  words.plates = one.plates;
  words.areas = one.areas;
  words.from = one.from;
  words.until = one.until;
  words.uses = static_cast<int>(one.uses.size());
  if (has_asked(one, question_of(question, user))) --words.uses;
  words.uses_max = one.uses_max;
  words.penalty_years = one.penalty_years;
  words.is_revoked = one.revoked_at.has_value();
  words.has_valid_signature = one.confirmed_at.has_value();
  return words;
}

Result<> Authorisations::count_use(const Id& id, std::string_view question, const User& user) {
  for (int i = 0; i < kTries; ++i) {
    Found asked = TRY(found(id, user));
    Authorisation& one = asked.authorisation;
    const std::string digest = question_of(question, user);
    if (has_asked(one, digest)) return {};
    if (is_used_up(one)) {
      return fail(ErrorCode::kRefused, "the authorisation has been used as often as it allows");
    }
    one.uses.push_back({digest, user.id, parts_.clock.now()});
    const auto stored = store(asked);
    if (stored || stored.error().code != ErrorCode::kConflict) return stored;
  }
  return fail(ErrorCode::kUnavailable, "others use the authorisation at this moment: try again");
}

Result<Authorisations::Found> Authorisations::found(const Id& id, const User& user) {
  auto paper = TRY(parts_.papers.find(PaperKind::kAuthorisation, id));
  if (!paper) return fail(ErrorCode::kNotFound, "there is no such authorisation");
  auto one = TRY(parse_authorisation(*paper));
  if (one.zone != user.zone) return fail(ErrorCode::kNotFound, "there is no such authorisation");
  return Found{std::move(*paper), std::move(one)};
}

Result<> Authorisations::pass(policy::Act act, const char* what, const Authorisation& one,
                              const Person& who) {
  policy::Request request;
  request.act = act;
  Use use;
  use.facts.what = what;
  use.details.case_number = one.case_number;
  use.details.authorisation_sha256 = one.document_sha256;
  use.details.predicate =
      nlohmann::ordered_json{{"id", to_string(one.id)}, {"number", one.number}}.dump();
  TRY(parts_.gate.pass(std::move(request), std::move(use), who));
  return {};
}

Result<> Authorisations::store(Found& changed) {
  changed.paper.text = paper_text(changed.authorisation);
  return parts_.papers.replace(PaperKind::kAuthorisation, changed.paper);
}

}  // namespace bas::flow
