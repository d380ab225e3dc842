#include "cameras/json_document.h"

#include <fmt/format.h>

#include "base/check.h"
#include "base/encode.h"
#include "cameras/text.h"

namespace bas::cameras {

namespace dom = simdjson::dom;

Result<JsonDocument> JsonDocument::parse(std::string_view text) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  const std::string repaired = is_valid_utf8(text) ? std::string{} : repaired_utf8(text);
  if (!repaired.empty()) text = repaired;
  JsonDocument document;
  const auto error = document.parser_.parse(text.data(), text.size()).error();
  if (error != simdjson::SUCCESS) return json_error(error);
  return document;
}

Result<JsonObject> JsonDocument::object() const {
  JsonObject object;
  if (root().get(object) != simdjson::SUCCESS) {
    return fail(ErrorCode::kBadInput, "the JSON is not an object");
  }
  return object;
}

dom::parser bounded_json_parser() {
  dom::parser parser;
  // Room for a short line; the parser grows with what it is given.
  check(parser.allocate(1024, kJsonDepthMax) == simdjson::SUCCESS);
  return parser;
}

tl::unexpected<Error> json_error(simdjson::error_code error) {
  return fail(ErrorCode::kBadInput,
              fmt::format("the JSON cannot be read: {}", simdjson::error_message(error)));
}

std::optional<JsonValue> value_at(const JsonObject& object, std::string_view key) {
  JsonValue value;
  if (object.at_key(key).get(value) != simdjson::SUCCESS || value.is_null()) return std::nullopt;
  return value;
}

std::optional<JsonObject> object_at(const JsonObject& object, std::string_view key) {
  JsonObject inner;
  if (object.at_key(key).get(inner) != simdjson::SUCCESS) return std::nullopt;
  return inner;
}

std::vector<JsonObject> objects_at(const JsonObject& object, std::string_view key,
                                   std::size_t count_max) {
  std::vector<JsonObject> objects;
  dom::array array;
  if (object.at_key(key).get(array) != simdjson::SUCCESS) return objects;
  for (const JsonValue value : array) {
    JsonObject inner;
    if (objects.size() == count_max) break;
    if (value.get(inner) == simdjson::SUCCESS) objects.push_back(inner);
  }
  return objects;
}

std::string text_of(const JsonValue& value) {
  switch (value.type()) {
    case dom::element_type::STRING: return std::string(value.get_string().value_unsafe());
    case dom::element_type::INT64: return fmt::format("{}", value.get_int64().value_unsafe());
    case dom::element_type::UINT64: return fmt::format("{}", value.get_uint64().value_unsafe());
    case dom::element_type::DOUBLE: return fmt::format("{}", value.get_double().value_unsafe());
    case dom::element_type::BOOL: return value.get_bool().value_unsafe() ? "true" : "false";
    default: return {};
  }
}

std::string text_at(const JsonObject& object, std::string_view key) {
  const auto value = value_at(object, key);
  return value ? text_of(*value) : std::string{};
}

std::string_view view_at(const JsonObject& object, std::string_view key) {
  std::string_view view;
  if (object.at_key(key).get(view) != simdjson::SUCCESS) return {};
  return view;
}

std::optional<double> number_of(const JsonValue& value) {
  double number = 0;
  if (value.get(number) == simdjson::SUCCESS) return number;
  std::string_view text;
  if (value.get(text) == simdjson::SUCCESS) return parse_number(text);
  return std::nullopt;
}

std::optional<double> number_at(const JsonObject& object, std::string_view key) {
  const auto value = value_at(object, key);
  return value ? number_of(*value) : std::nullopt;
}

bool is_true_at(const JsonObject& object, std::string_view key) {
  const std::string text = text_at(object, key);
  return text == "1" || equal_ignoring_case(text, "true");
}

}  // namespace bas::cameras
