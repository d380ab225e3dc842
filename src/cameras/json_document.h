// One JSON text, parsed strictly, with the look-ups cameras need: their numbers come as text too.
#pragma once

#include <simdjson.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace bas::cameras {

inline constexpr std::size_t kJsonDepthMax = 32;

// An object of a parsed document; views into it live as long as the document.
using JsonObject = simdjson::dom::object;
using JsonValue = simdjson::dom::element;

// A parser that refuses what is nested deeper than kJsonDepthMax, and its refusals as an Error.
simdjson::dom::parser bounded_json_parser();
tl::unexpected<Error> json_error(simdjson::error_code error);

// Owns what was parsed. Memory: some 15 times the text, for as long as it lives.
class JsonDocument {
 public:
  // Takes a byte-order mark; bytes that are no UTF-8 are repaired. Errors: kBadInput.
  static Result<JsonDocument> parse(std::string_view text);

  JsonValue root() const { return parser_.doc.root(); }
  // kBadInput when the document is no object.
  Result<JsonObject> object() const;

 private:
  simdjson::dom::parser parser_ = bounded_json_parser();
};

// The value under a key; the first where a key is repeated. A JSON null counts as absent.
std::optional<JsonValue> value_at(const JsonObject& object, std::string_view key);
std::optional<JsonObject> object_at(const JsonObject& object, std::string_view key);
// The objects in the array under a key, at most `count_max` of them; none when it is no array.
std::vector<JsonObject> objects_at(const JsonObject& object, std::string_view key,
                                   std::size_t count_max);

// The text of a string, number or truth value; empty for anything else.
std::string text_of(const JsonValue& value);
std::string text_at(const JsonObject& object, std::string_view key);
// A string as it lies in the document, without a copy; empty when it is no string.
std::string_view view_at(const JsonObject& object, std::string_view key);
// A number, or a string that holds one.
std::optional<double> number_of(const JsonValue& value);
std::optional<double> number_at(const JsonObject& object, std::string_view key);
// true, 1, "true" and "1" are true.
bool is_true_at(const JsonObject& object, std::string_view key);

}  // namespace bas::cameras
