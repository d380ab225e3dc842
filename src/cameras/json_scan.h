// A look at a JSON text without parsing it: enough to recognise a format and to tell a single
// object from lines of them. Takes single quotes too, as some heartbeats are written.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace bas::cameras {

inline constexpr std::size_t kScannedKeysMax = 64;

struct JsonScan {
  std::vector<std::string_view> keys;        // of the first object, at its top level, as written
  std::size_t end = std::string_view::npos;  // behind the first object; npos when it never closes
};

// Linear in the length of the first object. What follows an error is not looked at.
JsonScan scan_first_object(std::string_view text);

}  // namespace bas::cameras
