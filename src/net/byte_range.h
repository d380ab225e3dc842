// The Range header (RFC 9110 section 14.2) for one range of bytes.
#pragma once

#include <cstddef>
#include <string_view>

namespace bas::net {

struct ByteRange {
  // kWhole: no range, one we do not serve (several, other units) or a malformed one: all is sent.
  enum class Kind { kWhole, kPart, kUnsatisfiable };
  Kind kind = Kind::kWhole;
  std::size_t first = 0;  // kPart only; both ends are included and below the size
  std::size_t last = 0;
};

ByteRange parse_byte_range(std::string_view header, std::size_t size);

}  // namespace bas::net
