// Any Range header: no crash, and a part lies within the whole.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/check.h"
#include "net/byte_range.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t length) {
  if (length == 0) return 0;
  const std::size_t size = bytes[0];
  const std::string_view text{reinterpret_cast<const char*>(bytes) + 1, length - 1};
  const bas::net::ByteRange range = bas::net::parse_byte_range(text, size);
  if (range.kind != bas::net::ByteRange::Kind::kPart) return 0;
  bas::check(range.first <= range.last && range.last < size);
  return 0;
}
