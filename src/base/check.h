// check(condition): an invariant of ours. Always on; a breach stops the process.
#pragma once

#include <source_location>

namespace bas {

[[noreturn]] void check_failed(std::source_location where);

inline void check(bool condition, std::source_location where = std::source_location::current()) {
  if (!condition) [[unlikely]] {
    check_failed(where);
  }
}

}  // namespace bas
