#include <nlohmann/json.hpp>

#include "flow/papers.h"

namespace bas::flow {

namespace {

using OrderedJson = nlohmann::ordered_json;

constexpr const char* kDamaged = "a stored paper is not as it was written: restore a backup";

Result<UtcTime> time_in(const OrderedJson& json, const char* name) {
  return parse_rfc3339(json.at(name).get<std::string>());
}

Result<Id> id_in(const OrderedJson& json, const char* name) {
  return parse_id(json.at(name).get<std::string>());
}

// Who did something, and when; nothing when nobody has.
struct Deed {
  std::optional<UtcTime> at;
  Id by;
};

void put(OrderedJson& json, const char* name, const Deed& deed) {
  if (deed.at) json[name] = {{"at", format_rfc3339(*deed.at)}, {"by", to_string(deed.by)}};
}

Result<Deed> deed_in(const OrderedJson& json, const char* name) {
  if (!json.contains(name)) return Deed{};
  const OrderedJson& told = json.at(name);
  return Deed{TRY(time_in(told, "at")), TRY(id_in(told, "by"))};
}

Result<Grant> grant_in(const OrderedJson& json) {
  Grant grant;
  grant.from_zone = TRY(id_in(json, "from_zone"));
  grant.to_zone = TRY(id_in(json, "to_zone"));
  json.at("purposes").get_to(grant.purposes);
  grant.from = TRY(time_in(json, "from"));
  grant.until = TRY(time_in(json, "until"));
  json.at("reason").get_to(grant.reason);
  json.at("impact_assessment").get_to(grant.impact_assessment);
  const Deed made = TRY(deed_in(json, "made"));
  grant.made_by = made.by;
  grant.made_at = made.at.value_or(UtcTime{});
  const Deed revoked = TRY(deed_in(json, "revoked"));
  grant.revoked_by = revoked.by;
  grant.revoked_at = revoked.at;
  return grant;
}

Result<std::vector<AuthorisationUse>> uses_in(const OrderedJson& json) {
  std::vector<AuthorisationUse> uses;
  for (const OrderedJson& use : json) {
    uses.push_back(
        {use.at("question").get<std::string>(), TRY(id_in(use, "by")), TRY(time_in(use, "at"))});
  }
  return uses;
}

Result<Authorisation> authorisation_in(const OrderedJson& json) {
  Authorisation one;
  one.zone = TRY(id_in(json, "zone"));
  json.at("number").get_to(one.number);
  json.at("authority").get_to(one.authority);
  json.at("office").get_to(one.office);
  json.at("case_number").get_to(one.case_number);
  one.dated = TRY(time_in(json, "dated"));
  one.expires = TRY(time_in(json, "expires"));
  one.from = TRY(time_in(json, "from"));
  one.until = TRY(time_in(json, "until"));
  json.at("plates").get_to(one.plates);
  json.at("areas").get_to(one.areas);
  json.at("penalty_years").get_to(one.penalty_years);
  json.at("uses_max").get_to(one.uses_max);
  json.at("document_sha256").get_to(one.document_sha256);
  json.at("document_bytes").get_to(one.document_bytes);
  const Deed registered = TRY(deed_in(json, "registered"));
  one.registered_by = registered.by;
  one.registered_at = registered.at.value_or(UtcTime{});
  const Deed confirmed = TRY(deed_in(json, "confirmed"));
  one.confirmed_by = confirmed.by;
  one.confirmed_at = confirmed.at;
  const Deed revoked = TRY(deed_in(json, "revoked"));
  one.revoked_by = revoked.by;
  one.revoked_at = revoked.at;
  one.uses = TRY(uses_in(json.at("uses")));
  return one;
}

Result<Agreement> agreement_in(const OrderedJson& json) {
  Agreement one;
  one.zone = TRY(id_in(json, "zone"));
  json.at("purpose").get_to(one.purpose);
  json.at("case_number").get_to(one.case_number);
  json.at("reason").get_to(one.reason);
  json.at("question").get_to(one.question);
  one.until = TRY(time_in(json, "until"));
  const Deed asked = TRY(deed_in(json, "asked"));
  one.asked_by = asked.by;
  one.asked_at = asked.at.value_or(UtcTime{});
  const Deed agreed = TRY(deed_in(json, "agreed"));
  one.agreed_by = agreed.by;
  one.agreed_at = agreed.at;
  return one;
}

Result<Hold> hold_in(const OrderedJson& json) {
  Hold one;
  one.zone = TRY(id_in(json, "zone"));
  json.at("purpose").get_to(one.purpose);
  json.at("case_number").get_to(one.case_number);
  json.at("reason").get_to(one.reason);
  json.at("report_number").get_to(one.report_number);
  one.review_at = TRY(time_in(json, "review_at"));
  for (const OrderedJson& read : json.at("reads")) {
    one.reads.push_back({TRY(id_in(read, "id")), read.at("pictures").get<std::size_t>()});
  }
  json.at("is_whole").get_to(one.is_whole);
  const Deed made = TRY(deed_in(json, "made"));
  one.made_by = made.by;
  one.made_at = made.at.value_or(UtcTime{});
  const Deed reviewed = TRY(deed_in(json, "reviewed"));
  one.reviewed_by = reviewed.by;
  one.reviewed_at = reviewed.at;
  const Deed released = TRY(deed_in(json, "released"));
  one.released_by = released.by;
  one.released_at = released.at;
  return one;
}

template <typename Paper>
Result<Paper> parsed(const OpenPaper& paper, Result<Paper> (*read)(const OrderedJson&)) {
  try {
    auto found = read(OrderedJson::parse(paper.text));
    if (!found) return fail(ErrorCode::kCorrupt, kDamaged);
    found->id = paper.id;
    return found;
  } catch (const OrderedJson::exception&) {
    return fail(ErrorCode::kCorrupt, kDamaged);
  }
}

}  // namespace

std::string paper_text(const Grant& grant) {
  OrderedJson json = {{"from_zone", to_string(grant.from_zone)},
                      {"to_zone", to_string(grant.to_zone)},
                      {"purposes", grant.purposes},
                      {"from", format_rfc3339(grant.from)},
                      {"until", format_rfc3339(grant.until)},
                      {"reason", grant.reason},
                      {"impact_assessment", grant.impact_assessment}};
  put(json, "made", {grant.made_at, grant.made_by});
  put(json, "revoked", {grant.revoked_at, grant.revoked_by});
  return json.dump();
}

std::string paper_text(const Authorisation& one) {
  OrderedJson uses = OrderedJson::array();
  for (const AuthorisationUse& use : one.uses) {
    uses.push_back({{"question", use.question_sha256},
                    {"by", to_string(use.by)},
                    {"at", format_rfc3339(use.at)}});
  }
  OrderedJson json = {{"zone", to_string(one.zone)},
                      {"number", one.number},
                      {"authority", one.authority},
                      {"office", one.office},
                      {"case_number", one.case_number},
                      {"dated", format_rfc3339(one.dated)},
                      {"expires", format_rfc3339(one.expires)},
                      {"from", format_rfc3339(one.from)},
                      {"until", format_rfc3339(one.until)},
                      {"plates", one.plates},
                      {"areas", one.areas},
                      {"penalty_years", one.penalty_years},
                      {"uses_max", one.uses_max},
                      {"document_sha256", one.document_sha256},
                      {"document_bytes", one.document_bytes},
                      {"uses", std::move(uses)}};
  put(json, "registered", {one.registered_at, one.registered_by});
  put(json, "confirmed", {one.confirmed_at, one.confirmed_by});
  put(json, "revoked", {one.revoked_at, one.revoked_by});
  return json.dump();
}

std::string paper_text(const Agreement& one) {
  OrderedJson json = {{"zone", to_string(one.zone)},    {"purpose", one.purpose},
                      {"case_number", one.case_number}, {"reason", one.reason},
                      {"question", one.question},       {"until", format_rfc3339(one.until)}};
  put(json, "asked", {one.asked_at, one.asked_by});
  put(json, "agreed", {one.agreed_at, one.agreed_by});
  return json.dump();
}

std::string paper_text(const Hold& one) {
  OrderedJson reads = OrderedJson::array();
  for (const HeldRead& read : one.reads) {
    reads.push_back({{"id", to_string(read.read)}, {"pictures", read.pictures}});
  }
  OrderedJson json = {
      {"zone", to_string(one.zone)},        {"purpose", one.purpose},
      {"case_number", one.case_number},     {"reason", one.reason},
      {"report_number", one.report_number}, {"review_at", format_rfc3339(one.review_at)},
      {"reads", std::move(reads)},          {"is_whole", one.is_whole}};
  put(json, "made", {one.made_at, one.made_by});
  put(json, "reviewed", {one.reviewed_at, one.reviewed_by});
  put(json, "released", {one.released_at, one.released_by});
  return json.dump();
}

Result<Grant> parse_grant(const OpenPaper& paper) { return parsed<Grant>(paper, grant_in); }

Result<Authorisation> parse_authorisation(const OpenPaper& paper) {
  return parsed<Authorisation>(paper, authorisation_in);
}

Result<Agreement> parse_agreement(const OpenPaper& paper) {
  return parsed<Agreement>(paper, agreement_in);
}

Result<Hold> parse_hold(const OpenPaper& paper) { return parsed<Hold>(paper, hold_in); }

}  // namespace bas::flow
