#include "registers/json_answer.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "base/check.h"
#include "base/text.h"

namespace bas::registers {

namespace dom = simdjson::dom;

namespace {

constexpr std::size_t kDepthMax = 32;
constexpr std::size_t kWordBytesMax = 256;

bool has_repeated_key(const JsonValue& value);

bool has_repeated_key(const dom::object& object) {
  std::vector<std::string_view> keys;
  for (const dom::key_value_pair field : object) {
    if (has_repeated_key(field.value)) return true;
    keys.push_back(field.key);
  }
  std::ranges::sort(keys);
  return std::ranges::adjacent_find(keys) != keys.end();
}

// Recursion is bounded: the parser refuses more than kDepthMax levels.
bool has_repeated_key(const JsonValue& value) {
  dom::object object;
  if (value.get(object) == simdjson::SUCCESS) return has_repeated_key(object);
  dom::array array;
  if (value.get(array) != simdjson::SUCCESS) return false;
  return std::ranges::any_of(array.begin(), array.end(),
                             [](const JsonValue& inner) { return has_repeated_key(inner); });
}

}  // namespace

tl::expected<JsonAnswer, Failure> JsonAnswer::parse(std::string_view body) {
  JsonAnswer answer;
  // Room for a short answer; the parser grows with what it is given.
  check(answer.parser_.allocate(1024, kDepthMax) == simdjson::SUCCESS);
  if (answer.parser_.parse(body.data(), body.size()).error() != simdjson::SUCCESS) {
    return failed(Trouble::kPassing, "the answer is no whole JSON");
  }
  if (has_repeated_key(answer.root())) return another_form("a key stands in it twice");
  return answer;
}

tl::expected<std::optional<JsonValue>, Failure> value_at(const JsonValue& from,
                                                         const std::string& pointer) {
  JsonValue value;
  switch (from.at_pointer(pointer).get(value)) {
    case simdjson::SUCCESS: break;
    case simdjson::NO_SUCH_FIELD:
    case simdjson::INDEX_OUT_OF_BOUNDS: return std::nullopt;
    default: return another_form(fmt::format("{} leads nowhere", pointer));
  }
  if (value.is_null()) return std::nullopt;
  return value;
}

bool is_pointer(std::string_view text) {
  if (!text.empty() && text.front() != '/') return false;
  for (std::size_t at = text.find('~'); at != std::string_view::npos; at = text.find('~', at + 1)) {
    if (at + 1 == text.size() || (text[at + 1] != '0' && text[at + 1] != '1')) return false;
  }
  return true;
}

std::optional<std::string> scalar_text(const JsonValue& value) {
  if (value.is_string()) return std::string{value.get_string().value_unsafe()};
  if (value.is_object() || value.is_array() || value.is_null()) return std::nullopt;
  return simdjson::to_string(value);
}

std::string bounded_word(std::string_view text) {
  text = trimmed(text);
  std::size_t end = std::min(text.size(), kWordBytesMax);
  while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  std::string word(text.substr(0, end));
  for (char& c : word) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    if (static_cast<unsigned char>(c) < 0x20) c = ' ';
  }
  return word;
}

}  // namespace bas::registers
