// Pursuits and their logs, sealed under the day of the hit they began with: they end with it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "base/time.h"

namespace bas {

// What stands in the open is what a listing needs; all else lies inside `sealed`.
struct SealedPursuit {
  Id id;
  Day day;
  int version = 0;
  Id entry;
  UtcTime expires_at;
  bool is_over = false;
  std::string sealed;
};

// `key`: made by who asks, so that asking twice is one line; empty: none.
struct SealedPursuitLine {
  int number = 0;
  std::string sealed;
  std::string key{};
};

// Newest first, behind `before` (all zero: from the newest).
struct PursuitPage {
  Id before;
  std::size_t limit = 100;
  bool is_running = false;  // only what is not over
};

// Threads: any; calls are served one after another. Durable when a write returns.
class PursuitStore {
 public:
  virtual ~PursuitStore() = default;

  // The pursuit as it is after that line, and the line: one transaction. kConflict, and nothing
  // changes, unless the stored version is the one before `now.version`.
  virtual Result<> put(const SealedPursuit& now, const SealedPursuitLine& line) = 0;

  virtual Result<std::optional<SealedPursuit>> pursuit(const Id& id) = 0;
  virtual Result<std::vector<SealedPursuit>> pursuits(const PursuitPage& page) = 0;
  // Those behind that number, oldest first.
  virtual Result<std::vector<SealedPursuitLine>> lines(const Id& pursuit, int behind) = 0;
  // Removes pursuits of a day, and their logs: their reads are erased.
  virtual Result<> drop_day(Day day) = 0;
};

}  // namespace bas
