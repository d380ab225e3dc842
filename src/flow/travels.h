// Where a vehicle is likely to be seen next, learned from every vehicle that passes.
#pragma once

#include <absl/container/flat_hash_map.h>

#include <deque>
#include <filesystem>
#include <memory>
#include <mutex>
#include <vector>

#include "base/clock.h"
#include "base/periodic.h"
#include "base/random.h"
#include "links/travel_times.h"
#include "model/read.h"

namespace bas::flow {

// Keeps sums by camera alone: which follows which, and after how long. To make them it remembers
// for an hour, in memory, by a digest under a key of this process, which camera saw a vehicle last.
// Threads: any. A crash loses what was learned since the last save, which only means that it is
// learned later.
class Travels {
 public:
  struct Parts {
    const Clock& clock;
    std::filesystem::path file;
  };
  // What was learned before; kCorrupt when the file is not as it was written.
  static Result<std::unique_ptr<Travels>> open(Parts parts, Random& random);
  ~Travels();  // saves

  // A new read. Costs about a microsecond. Late ones and those of a clock that is off tell no time.
  void passed(const Read& read);

  // Where the vehicle of that read is likely to be seen next as of now, the likeliest first. Times
  // count from its passage. Empty where nothing is known of the camera.
  std::vector<links::NextCamera> next(const Read& read, std::size_t most);

  // Durable when it returns.
  Result<> save();
  // Saves in that rhythm.
  void start(std::chrono::milliseconds every);

 private:
  struct Seen {
    Id before;
    Id camera;
    UtcTime at;
  };
  struct Remembered {
    std::uint64_t vehicle = 0;
    UtcTime at;
  };

  explicit Travels(Parts parts) : parts_(std::move(parts)) {}
  std::uint64_t digest_of(const Read& read) const;
  void forget_until(UtcTime now);

  Parts parts_;
  std::string key_;
  std::mutex mutex_;  // guards the next three
  links::TravelTimes times_;
  absl::flat_hash_map<std::uint64_t, Seen> seen_;
  std::deque<Remembered> order_;  // of passing, oldest first
  Periodic job_;
};

}  // namespace bas::flow
