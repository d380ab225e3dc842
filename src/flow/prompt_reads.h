// Which reads tell when a vehicle passed, and not only that it did.
#pragma once

#include <chrono>

#include "model/read.h"

namespace bas::flow {

// Neither late nor of a camera whose clock is more than a minute off.
inline bool tells_when(const Read& read) {
  constexpr std::chrono::minutes kClockMost{1};
  const auto off = read.received_at - read.facts.captured_at;
  return !read.facts.is_late && off <= kClockMost && off >= -kClockMost;
}

}  // namespace bas::flow
