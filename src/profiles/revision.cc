#include "profiles/revision.h"

#include <re2/re2.h>

#include "profiles/json_text.h"

namespace bas::profiles {

namespace {

constexpr std::size_t kRevisionBytesMax = 128;

Result<std::string> checked(std::string_view found) {
  if (!found.empty() && found.size() <= kRevisionBytesMax) return std::string(found);
  return fail(ErrorCode::kBadInput, "the file's revision is empty or longer than 128 bytes");
}

Result<std::string> by_pattern(const Pattern& pattern, std::string_view text,
                               const char* if_absent) {
  std::string found;
  if (RE2::PartialMatch(re2::StringPiece(text.data(), text.size()), *pattern, &found)) {
    return checked(found);
  }
  return fail(ErrorCode::kBadInput, if_absent);
}

Result<std::string> by_pointer(std::string_view pointer, std::string_view text) {
  const auto at = find_json(text, pointer);
  if (!at) return fail(ErrorCode::kBadInput, "the file's revision: " + at.error().text);
  const std::size_t end = json_value_end(text, *at);
  if (end == std::string_view::npos || text[*at] == '{' || text[*at] == '[') {
    return fail(ErrorCode::kBadInput,
                "the file's revision is not a text or a number, or it is cut");
  }
  const std::string_view value = text.substr(*at, end - *at);
  if (value == "null") return checked({});
  return checked(value.starts_with('"') ? value.substr(1, value.size() - 2) : value);
}

}  // namespace

Result<std::string> find_revision(const RevisionSource& source, const RevisionPlaces& places) {
  switch (source.from) {
    case RevisionSource::From::kNowhere: return std::string();
    case RevisionSource::From::kConstant: return source.text;
    case RevisionSource::From::kHeader:
      return by_pattern(source.pattern, places.header,
                        "the file's revision stands in none of the lines at its top");
    case RevisionSource::From::kFileName:
      return by_pattern(source.pattern, places.file_name,
                        "the file's revision does not stand in its name");
    case RevisionSource::From::kPointer: break;
  }
  return by_pointer(source.text, places.text);
}

}  // namespace bas::profiles
