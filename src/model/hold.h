// What a case keeps of the reads beyond their term.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/id.h"
#include "base/time.h"

namespace bas {

struct HeldRead {
  Id read;
  std::size_t pictures = 0;
};

// Copies of reads for a case, under keys of their own until it is released. Not opened from
// `review_at` on, until somebody reviews whether the case still needs them.
struct Hold {
  Id id;
  Id zone;  // whose people keep it
  std::string purpose, case_number, reason;
  std::string report_number;
  Id made_by;
  UtcTime made_at;
  UtcTime review_at;
  std::vector<HeldRead> reads;
  bool is_whole = false;                 // false: copying was cut short; release it and hold anew
  std::optional<UtcTime> reviewed_at{};  // the last time
  Id reviewed_by{};
  std::optional<UtcTime> released_at{};
  Id released_by{};
};

}  // namespace bas
