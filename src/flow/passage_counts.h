// How many vehicles each camera saw on each day: counts alone, no plate.
#pragma once

#include <absl/container/flat_hash_map.h>

#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <optional>

#include "base/clock.h"
#include "base/periodic.h"
#include "model/read.h"

namespace bas::flow {

// Threads: any. A crash loses what was counted since the last save.
class PassageCounts {
 public:
  // Longer than any period that is asked for, with the same days of the year before.
  static constexpr int kDaysKept = 400;

  struct Parts {
    const Clock& clock;
    std::filesystem::path file;
  };
  // What was counted before; begins to count where there is no file. kCorrupt when it is not as it
  // was written.
  static Result<std::unique_ptr<PassageCounts>> open(Parts parts);
  ~PassageCounts();  // saves

  // A new read, on the day on which its vehicle was seen.
  void passed(const Read& read);

  // Of one camera in a period: how many passed, and the last day on which one did.
  struct Passages {
    std::uint64_t count = 0;
    std::optional<Day> last_on;
  };
  struct Period {
    Day from;
    Day to;  // included
  };
  absl::flat_hash_map<Id, Passages> in(const Period& period) const;

  // Of before nothing is known.
  UtcTime since() const { return since_; }

  // Durable when it returns.
  Result<> save();
  // Saves in that rhythm.
  void start(std::chrono::milliseconds every);

 private:
  using OfDay = std::map<Id, std::uint64_t>;

  explicit PassageCounts(Parts parts) : parts_(std::move(parts)) {}
  Result<> restore(std::string_view text);
  std::string text() const;

  Parts parts_;
  UtcTime since_;
  mutable std::mutex mutex_;  // guards days_
  std::map<Day, OfDay> days_;
  Periodic job_;
};

}  // namespace bas::flow
