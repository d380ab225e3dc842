// What is around a text: a gzip stream or a ZIP archive, taken off in memory.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "profiles/form.h"

namespace bas::profiles {

// A text that would be larger than either is refused while it grows. The ratio counts only beyond
// the first MiB, since little texts may repeat themselves.
struct UnpackLimits {
  std::size_t bytes_max = std::size_t{1} << 30;
  std::size_t ratio_max = 100;
};

// What was around the text, and who reads it.
struct Packed {
  std::string_view bytes;
  std::string_view password;  // of a ZIP; empty where it has none
  UnpackLimits limits;
};

// True when the bytes must be unpacked: by what the profile says, or by the first bytes.
bool is_packed(const Container& container, std::string_view bytes);

// Nothing is written anywhere, and a path inside an archive is only a name. kBadInput: damaged,
// cut, wrong password, or not the one member that is wanted; kTooLarge: over a limit.
Result<std::string> unpack(const Container& container, const Packed& packed);

}  // namespace bas::profiles
