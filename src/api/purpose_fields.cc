#include "api/purpose_fields.h"

#include <nlohmann/json.hpp>

#include "api/fields.h"

namespace bas::api {

namespace {

Result<std::optional<policy::Danger>> danger_member(const Json& body) {
  const auto told = body.find("danger");
  if (told == body.end()) return std::nullopt;
  if (!told->is_object()) return fail(ErrorCode::kBadInput, "`danger` is an object");
  policy::Danger danger;
  danger.set_by = TRY(text_member(*told, {.name = "seen_by"}));
  danger.set_at = TRY(needed_time(*told, "seen_at"));
  return std::optional(std::move(danger));
}

Result<std::string> told(const Json& body, std::string_view name) {
  return text_member(body, {.name = name, .bytes_max = 500, .is_required = false});
}

}  // namespace

Result<policy::Why> why_of(const Json& body) {
  policy::Why why;
  why.code = TRY(told(body, "purpose"));
  why.case_number = TRY(told(body, "case_number"));
  why.reason = TRY(told(body, "reason"));
  why.danger = TRY(danger_member(body));
  return why;
}

Result<std::optional<Id>> authorisation_member(const Json& body) {
  const std::string text = TRY(told(body, "authorisation"));
  if (text.empty()) return std::nullopt;
  return std::optional(TRY(parse_id(text)));
}

}  // namespace bas::api
