// The server writes into a running pursuit where its vehicle is seen again.
#pragma once

#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

#include "flow/pursuit_records.h"
#include "flow/reads.h"
#include "ports/desks.h"

namespace bas::flow {

// Threads: any.
class PursuitSightings {
 public:
  PursuitSightings(PursuitRecords& records, Reads& reads) : records_(records), reads_(reads) {}

  // Finds what was seen but not written when the server stopped, as far as it is of the incident
  // that the pursuit began with.
  Result<> load();

  // Quick: it is written down by catch_up(). Hits of what nobody pursues are passed over.
  void sighted(const HitNews& news);

  // Writes what waits. What cannot be written now (kUnavailable) waits on; what never can is passed
  // over, with a line in the log.
  Result<> catch_up();
  // From now on a thread does that, at once.
  void start();

 private:
  struct Sighting {
    Id pursuit;
    PursuitEntry entry;
  };
  void wait_for(Sighting sighting);
  Result<> write(const Sighting& sighting);

  PursuitRecords& records_;
  Reads& reads_;
  std::mutex mutex_;              // guards waiting_
  std::deque<Sighting> waiting_;  // at most kSightingsWaitingMost
  std::condition_variable_any woken_;
  std::jthread thread_;
};

inline constexpr std::size_t kSightingsWaitingMost = 10'000;

}  // namespace bas::flow
