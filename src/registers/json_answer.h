// A register's JSON, parsed strictly: what could be read in two ways is not read at all.
#pragma once

#include <simdjson.h>

#include <optional>
#include <string>
#include <string_view>

#include "registers/asked_register.h"

namespace bas::registers {

using JsonValue = simdjson::dom::element;

// Owns what was parsed; values and views live as long as it does.
class JsonAnswer {
 public:
  // Refuses what is no JSON (cut, or an error page: it may pass), is nested deeper than 32, or has
  // an object with a key twice.
  static tl::expected<JsonAnswer, Failure> parse(std::string_view body);

  JsonValue root() const { return parser_.doc.root(); }

 private:
  simdjson::dom::parser parser_;
};

// The value at a JSON pointer (RFC 6901), nothing when the place does not exist or holds null;
// fails when the way there leads through what is neither object nor array.
tl::expected<std::optional<JsonValue>, Failure> value_at(const JsonValue& from,
                                                         const std::string& pointer);

// Whether the text can be a JSON pointer.
bool is_pointer(std::string_view text);

// A string as it is, a number or truth value as JSON writes it; nothing for the rest.
std::optional<std::string> scalar_text(const JsonValue& value);

// Without blanks at its ends, at most 256 bytes, in lower case (ASCII): a word of a Vehicle.
std::string bounded_word(std::string_view text);

}  // namespace bas::registers
