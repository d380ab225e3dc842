// multipart/form-data (RFC 7578) as cameras write it: any boundary, CRLF or LF, part headers that
// may be missing, parts of no length.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace bas::cameras {

inline constexpr std::size_t kPartsMax = 64;
inline constexpr std::size_t kPartHeaderBytesMax = 8 * 1024;
inline constexpr std::size_t kBoundaryBytesMax = 256;

// One part. `body` points into the message.
struct Part {
  std::string name;
  std::string file_name;
  std::string content_type;  // as sent
  std::string_view body;
  bool is_complete = true;  // false: the message ended before the part's closing boundary
};

// The boundary named by a Content-Type of multipart/…; empty when it names none.
std::string boundary_named_by(std::string_view content_type);

// The boundary a body opens with, whatever its Content-Type says; empty when it is no multipart.
std::string boundary_opening(std::string_view body);

// Where the headers that start `text` end and what follows begins; npos when no blank line ends
// them within the limit.
std::size_t end_of_headers(std::string_view text);

// The value of a header line in a block of them, names in any case; empty when it is not there.
std::string_view header_value(std::string_view headers, std::string_view name);

// Errors: kBadInput when the boundary never occurs, kTooLarge for too many parts or long headers.
Result<std::vector<Part>> split_multipart(std::string_view body, std::string_view boundary);

}  // namespace bas::cameras
