#include "cameras/multipart.h"

#include <algorithm>

#include "base/text.h"
#include "cameras/text.h"

namespace bas::cameras {

namespace {

// A `name=value` or `name="value"` parameter behind a header's first word.
std::string parameter(std::string_view header, std::string_view name) {
  std::size_t at = header.find(';');
  while (at != kNowhere) {
    header.remove_prefix(at + 1);
    const std::size_t equals = header.find_first_of("=;");
    if (equals == kNowhere) return {};
    if (header[equals] == ';') {
      at = equals;
      continue;
    }
    const bool is_wanted = equal_ignoring_case(trimmed(header.substr(0, equals)), name);
    header = trimmed(header.substr(equals + 1));
    const bool is_quoted = header.starts_with('"');
    if (is_quoted) header.remove_prefix(1);
    const std::size_t end = header.find(is_quoted ? '"' : ';');
    if (is_wanted) return std::string(trimmed(header.substr(0, end)));
    at = end == kNowhere ? kNowhere : header.find(';', end);
  }
  return {};
}

// Finds the lines that consist of a boundary.
class DelimiterScanner {
 public:
  DelimiterScanner(std::string_view body, std::string_view boundary)
      : body_(body), delimiter_("--" + std::string(boundary)) {}

  // Start of the next delimiter at or after `from`; npos when there is none.
  std::size_t next(std::size_t from) const {
    std::size_t at = body_.find(delimiter_, from);
    while (at != kNowhere && !stands_alone(at)) at = body_.find(delimiter_, at + 1);
    return at;
  }

  bool closes(std::size_t at) const {
    return body_.substr(at + delimiter_.size()).starts_with("--");
  }

  // The first byte behind the delimiter's line.
  std::size_t behind(std::size_t at) const {
    const std::size_t line_end = body_.find('\n', at + delimiter_.size());
    return line_end == kNowhere ? body_.size() : line_end + 1;
  }

 private:
  bool stands_alone(std::size_t at) const {
    if (at > 0 && body_[at - 1] != '\n') return false;
    const std::string_view rest = body_.substr(at + delimiter_.size());
    return rest.empty() || rest.starts_with("--") ||
           std::string_view("\r\n \t").find(rest.front()) != kNowhere;
  }

  std::string_view body_;
  std::string delimiter_;
};

std::string_view without_last_line_break(std::string_view text) {
  if (text.ends_with('\n')) text.remove_suffix(1);
  if (text.ends_with('\r')) text.remove_suffix(1);
  return text;
}

Result<Part> read_part(std::string_view text) {
  const std::size_t end = end_of_headers(text);
  if (end == kNowhere && text.size() > kPartHeaderBytesMax) {
    return fail(ErrorCode::kTooLarge, "the headers of a multipart part are over 8 KiB");
  }
  const std::string_view headers = text.substr(0, std::min(end, text.size()));
  const std::string_view disposition = header_value(headers, "Content-Disposition");
  Part part;
  part.name = parameter(disposition, "name");
  part.file_name = parameter(disposition, "filename");
  part.content_type = std::string(header_value(headers, "Content-Type"));
  if (end != kNowhere) part.body = text.substr(end);
  return part;
}

}  // namespace

std::string boundary_named_by(std::string_view content_type) {
  if (!starts_with_ignoring_case(trimmed(content_type), "multipart/")) return {};
  std::string boundary = parameter(content_type, "boundary");
  return boundary.size() > kBoundaryBytesMax ? std::string{} : boundary;
}

std::string boundary_opening(std::string_view body) {
  body.remove_prefix(std::min(body.find_first_not_of("\r\n"), body.size()));
  if (!body.starts_with("--")) return {};
  const std::size_t line_end = body.find('\n');
  if (line_end > kBoundaryBytesMax) return {};  // or there is no line at all
  const std::string_view boundary = trimmed(body.substr(2, line_end - 2));
  const bool has_headers = starts_with_ignoring_case(body.substr(line_end + 1), "Content-");
  return has_headers ? std::string(boundary) : std::string{};
}

std::size_t end_of_headers(std::string_view text) {
  text = text.substr(0, kPartHeaderBytesMax);
  std::size_t line = 0;
  while (true) {
    const std::size_t line_end = text.find('\n', line);
    if (line_end == kNowhere) return kNowhere;
    if (trimmed(text.substr(line, line_end - line)).empty()) return line_end + 1;
    line = line_end + 1;
  }
}

std::string_view header_value(std::string_view headers, std::string_view name) {
  while (!headers.empty()) {
    const std::size_t line_end = std::min(headers.find('\n'), headers.size());
    const std::string_view line = headers.substr(0, line_end);
    const std::size_t colon = line.find(':');
    if (colon != kNowhere && equal_ignoring_case(trimmed(line.substr(0, colon)), name)) {
      return trimmed(line.substr(colon + 1));
    }
    headers.remove_prefix(std::min(line_end + 1, headers.size()));
  }
  return {};
}

Result<std::vector<Part>> split_multipart(std::string_view body, std::string_view boundary) {
  const DelimiterScanner scanner(body, boundary);
  std::vector<Part> parts;
  std::size_t at = boundary.empty() ? kNowhere : scanner.next(0);
  if (at == kNowhere) {
    return fail(ErrorCode::kBadInput, "the multipart boundary does not occur in the body");
  }
  while (at != kNowhere && !scanner.closes(at)) {
    if (parts.size() == kPartsMax) {
      return fail(ErrorCode::kTooLarge, "a multipart message of more than 64 parts");
    }
    const std::size_t start = scanner.behind(at);
    const std::size_t end = scanner.next(start);
    const std::string_view text = body.substr(start, end == kNowhere ? kNowhere : end - start);
    Part part = TRY(read_part(end == kNowhere ? text : without_last_line_break(text)));
    part.is_complete = end != kNowhere;
    parts.push_back(std::move(part));
    at = end;
  }
  return parts;
}

}  // namespace bas::cameras
