#include "api/list_settings.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "api/fields.h"

namespace bas::api {

namespace {

constexpr std::size_t kProfileBytesMax = 60'000;

// Text that may be taken away with null.
Result<> put_text(const Json& body, const TextRule& rule, std::string& text) {
  const std::string name(rule.name);
  if (!body.contains(name)) return {};
  text = takes_away(body, name.c_str()) ? std::string() : TRY(text_member(body, rule));
  return {};
}

Result<> put_match(const Json& body, MatchRule& rule) {
  const auto found = body.find("match");
  if (found == body.end()) return {};
  if (!found->is_object()) return fail(ErrorCode::kBadInput, "`match` must be an object");
  const std::string name = TRY(text_member(*found, {.name = "inexact", .is_required = false}));
  if (!name.empty()) {
    const auto use = inexact_use_from(name);
    if (!use) {
      return fail(ErrorCode::kBadInput, "`match.inexact` must be nothing, review or alarm");
    }
    rule.inexact = *use;
  }
  const auto threshold = TRY(number_member(*found, {.name = "threshold", .least = 0, .most = 1}));
  rule.threshold = threshold.value_or(rule.threshold);
  if (const auto veto = found->find("uses_veto"); veto != found->end()) {
    if (!veto->is_boolean()) {
      return fail(ErrorCode::kBadInput, "`match.uses_veto` must be true or false");
    }
    rule.uses_veto = veto->get<bool>();
  }
  return {};
}

Result<> put_source(const Json& body, std::string& source) {
  const auto found = body.find("source");
  if (found == body.end()) return {};
  if (!found->is_null() && !found->is_object()) {
    return fail(ErrorCode::kBadInput, "`source` must be an object, or null");
  }
  source = found->is_null() ? std::string() : found->dump();
  return {};
}

Result<> put_freshness(const Json& body, List& list) {
  if (takes_away(body, "max_age_s")) {
    list.max_age.reset();
  } else if (const auto age = TRY(
                 number_member(body, {.name = "max_age_s", .least = 60, .most = 366.0 * 86'400}))) {
    list.max_age = std::chrono::seconds(static_cast<std::int64_t>(*age));
  }
  if (takes_away(body, "unit_until")) {
    list.unit_until.reset();
    return {};
  }
  const std::string until = TRY(text_member(body, {.name = "unit_until", .is_required = false}));
  if (until.empty()) return {};
  const auto time = parse_rfc3339(until);
  if (!time) {
    return fail(ErrorCode::kBadInput, "`unit_until` must be a time such as 2026-11-23T20:16:23Z");
  }
  list.unit_until = *time;
  return {};
}

}  // namespace

Result<> put_list_settings(const Json& body, List& list) {
  TRY(put_text(body, {.name = "title"}, list.title));
  TRY(put_text(body, {.name = "category", .bytes_max = 64}, list.category));
  const auto priority = TRY(number_member(body, {.name = "priority", .least = 1, .most = 4}));
  if (priority) list.priority = static_cast<Priority>(*priority);
  TRY(put_match(body, list.match));
  const auto days = TRY(number_member(body, {.name = "valid_days", .least = 0, .most = 36'600}));
  if (days) list.valid_days = static_cast<int>(*days);
  TRY(put_text(body, {.name = "profile", .bytes_max = kProfileBytesMax}, list.profile));
  TRY(put_source(body, list.source));
  TRY(put_text(body, {.name = "unit"}, list.unit));
  return put_freshness(body, list);
}

}  // namespace bas::api
