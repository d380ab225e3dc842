#include "profiles/json_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace bas::profiles {

namespace {

constexpr std::size_t kNowhere = std::string_view::npos;
constexpr std::string_view kBlanks = " \t\r\n";

std::size_t skip_blanks(std::string_view text, std::size_t at) {
  return text.find_first_not_of(kBlanks, at);
}

bool is_at(std::string_view text, std::size_t at, char c) {
  return at < text.size() && text[at] == c;
}

// Behind the closing quote of the string that begins at `at`.
std::size_t string_end(std::string_view text, std::size_t at) {
  for (++at; at < text.size(); ++at) {
    if (text[at] == '\\') {
      ++at;
    } else if (text[at] == '"') {
      return at + 1;
    }
  }
  return kNowhere;
}

std::size_t nested_end(std::string_view text, std::size_t at) {
  std::size_t depth = 0;
  while (at < text.size()) {
    const char c = text[at];
    if (c == '"') {
      at = string_end(text, at);
      continue;
    }
    if (c == '{' || c == '[') ++depth;
    ++at;
    if ((c == '}' || c == ']') && --depth == 0) return at;
  }
  return kNowhere;
}

// Where the value behind `name` begins in the object that begins at `at`.
std::size_t member(std::string_view text, std::size_t at, std::string_view name) {
  at = skip_blanks(text, at + 1);
  while (is_at(text, at, '"')) {
    const std::size_t name_end = string_end(text, at);
    if (name_end == kNowhere) return kNowhere;
    const std::string_view found = text.substr(at + 1, name_end - at - 2);
    at = skip_blanks(text, name_end);
    if (!is_at(text, at, ':')) return kNowhere;
    at = skip_blanks(text, at + 1);
    if (found == name || at == kNowhere) return at;
    at = skip_blanks(text, json_value_end(text, at));
    if (!is_at(text, at, ',')) return kNowhere;
    at = skip_blanks(text, at + 1);
  }
  return kNowhere;
}

std::size_t element(std::string_view text, std::size_t at, std::string_view number) {
  std::size_t left = 0;
  const auto [end, failure] = std::from_chars(number.data(), number.data() + number.size(), left);
  if (failure != std::errc() || end != number.data() + number.size()) return kNowhere;
  at = skip_blanks(text, at + 1);
  for (; left > 0 && at != kNowhere; --left) {
    at = skip_blanks(text, json_value_end(text, at));
    if (!is_at(text, at, ',')) return kNowhere;
    at = skip_blanks(text, at + 1);
  }
  return is_at(text, at, ']') ? kNowhere : at;
}

}  // namespace

std::size_t json_value_end(std::string_view text, std::size_t at) {
  if (at >= text.size()) return kNowhere;
  if (text[at] == '"') return string_end(text, at);
  if (text[at] == '{' || text[at] == '[') return nested_end(text, at);
  return text.find_first_of(",]} \t\r\n", at);
}

Result<std::vector<std::string>> json_pointer_parts(std::string_view pointer) {
  std::vector<std::string> parts;
  if (!pointer.empty() && pointer.front() != '/') {
    return fail(ErrorCode::kBadInput, fmt::format("`{}` is no JSON pointer, such as /list/lines: "
                                                  "it begins with `/`",
                                                  pointer));
  }
  for (const char c : pointer) {
    if (c == '/') {
      parts.emplace_back();
    } else if (parts.back().ends_with('~') && (c == '0' || c == '1')) {
      parts.back().back() = c == '0' ? '\0' : '/';
    } else {
      parts.back().push_back(c);
    }
  }
  for (std::string& part : parts) {
    for (char& c : part) c = c == '\0' ? '~' : c;
  }
  return parts;
}

Result<std::size_t> find_json(std::string_view text, std::string_view pointer) {
  std::size_t at = skip_blanks(text, 0);
  for (const std::string& part : TRY(json_pointer_parts(pointer))) {
    if (is_at(text, at, '{')) {
      at = member(text, at, part);
    } else {
      at = is_at(text, at, '[') ? element(text, at, part) : kNowhere;
    }
  }
  if (at < text.size()) return at;
  return fail(ErrorCode::kNotFound, fmt::format("nothing stands at `{}`, or the file is cut before "
                                                "it",
                                                pointer));
}

Result<JsonRecords> JsonRecords::open(std::string_view text, std::string_view pointer) {
  const auto at = find_json(text, pointer);
  if (!at || text[*at] != '[') {
    return fail(ErrorCode::kBadInput,
                fmt::format("no JSON array stands at `{}`, or the file is cut before it", pointer));
  }
  return JsonRecords(text, *at + 1);
}

std::optional<Record> JsonRecords::next() {
  while (!is_done_) {
    const std::size_t begin = text_.find_first_not_of(", \t\r\n", at_);
    if (begin == kNowhere || text_[begin] == ']' || text_[begin] == '}') {
      at_ = std::min(begin, text_.size());
      finish();
      break;
    }
    const std::size_t end = json_value_end(text_, begin);
    is_cut_ = is_done_ = end == kNowhere;
    at_ = is_cut_ ? text_.size() : end;
    return Record{++number_, text_.substr(begin, at_ - begin), is_cut_};
  }
  return std::nullopt;
}

// Is every bracket around the array closed again?
void JsonRecords::finish() {
  is_done_ = true;
  is_cut_ = json_value_end(text_, skip_blanks(text_, 0)) == kNowhere;
}

}  // namespace bas::profiles
