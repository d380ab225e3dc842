#include "api/fields.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <nlohmann/json.hpp>

#include "model/country.h"

namespace bas::api {

bool takes_away(const Json& body, std::string_view name) {
  const auto found = body.find(name);
  return found != body.end() && found->is_null();
}

Result<std::string> text_member(const Json& body, const TextRule& rule) {
  const auto found = body.find(rule.name);
  if (found == body.end() || found->is_null()) {
    if (!rule.is_required) return std::string();
    return fail(ErrorCode::kBadInput, fmt::format("`{}` is missing", rule.name));
  }
  if (!found->is_string()) {
    return fail(ErrorCode::kBadInput, fmt::format("`{}` must be text", rule.name));
  }
  auto text = found->get<std::string>();
  if ((text.empty() && rule.is_required) || text.size() > rule.bytes_max) {
    return fail(ErrorCode::kBadInput,
                fmt::format("`{}` must hold 1 to {} bytes", rule.name, rule.bytes_max));
  }
  return text;
}

Result<std::optional<double>> number_member(const Json& body, const NumberRule& rule) {
  const auto found = body.find(rule.name);
  if (found == body.end() || found->is_null()) return std::optional<double>();
  const double value = found->is_number() ? found->get<double>() : rule.most + 1;
  if (!(value >= rule.least && value <= rule.most)) {
    return fail(ErrorCode::kBadInput, fmt::format("`{}` must be a number from {} to {}", rule.name,
                                                  rule.least, rule.most));
  }
  return std::optional(value);
}

Result<std::vector<std::string>> texts_member(const Json& body, const TextsRule& rule) {
  std::vector<std::string> texts;
  const auto found = body.find(rule.name);
  if (found == body.end() || found->is_null()) return texts;
  const auto is_text = [&](const Json& one) {
    return one.is_string() && one.get_ref<const std::string&>().size() <= rule.bytes_max;
  };
  if (!found->is_array() || found->size() > rule.most || !std::ranges::all_of(*found, is_text)) {
    return fail(ErrorCode::kBadInput,
                fmt::format("`{}` must be a list of at most {} texts of at most {} bytes",
                            rule.name, rule.most, rule.bytes_max));
  }
  for (const Json& one : *found) texts.push_back(one.get<std::string>());
  return texts;
}

Result<UtcTime> needed_time(const Json& body, std::string_view name) {
  const auto time = TRY(time_member(body, name));
  if (time) return *time;
  return fail(ErrorCode::kBadInput, fmt::format("`{}` is needed", name));
}

Result<std::optional<UtcTime>> time_member(const Json& body, std::string_view name) {
  const std::string text = TRY(text_member(body, {.name = name, .is_required = false}));
  if (text.empty()) return std::nullopt;
  const auto time = parse_rfc3339(text);
  if (time) return *time;
  return fail(ErrorCode::kBadInput,
              "`" + std::string(name) + "` must be a time such as 2026-11-23T20:16:23Z");
}

Result<Plate> plate_member(const Json& body) {
  Plate plate;
  const std::string text = TRY(text_member(body, {.name = "plate", .bytes_max = 64}));
  plate.text = is_pattern(text) ? canonical_pattern(text) : canonical_plate(text);
  const std::string country =
      TRY(text_member(body, {.name = "country", .bytes_max = 64, .is_required = false}));
  plate.country = country_from_text(country);
  if (plate.text.empty()) return fail(ErrorCode::kBadInput, "`plate` holds no letter or digit");
  if (plate.country.empty() && !country.empty()) {
    return fail(ErrorCode::kBadInput, "`country` must be a code such as BE, or left out");
  }
  return plate;
}

Result<std::size_t> query_number(const net::Request& request, const QueryNumber& rule) {
  const std::string_view text = request.query_value(rule.name);
  if (text.empty()) return rule.otherwise;
  std::size_t value = 0;
  const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (failure != std::errc() || end != text.data() + text.size() || value < rule.least ||
      value > rule.most) {
    return fail(ErrorCode::kBadInput, fmt::format("`{}` must be a whole number from {} to {}",
                                                  rule.name, rule.least, rule.most));
  }
  return value;
}

Result<Id> query_id(const net::Request& request, std::string_view name) {
  const std::string_view text = request.query_value(name);
  if (text.empty()) return Id{};
  return parse_id(text);
}

// What does not look like an id names nothing, so it is simply not found.
Result<Id> path_id(const net::Request& request) {
  auto id = parse_id(request.path_value("id"));
  if (!id) return fail(ErrorCode::kNotFound, "there is nothing with this id");
  return id;
}

}  // namespace bas::api
