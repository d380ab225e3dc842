// Where submissions wait to be committed together.
#pragma once

#include <condition_variable>
#include <mutex>
#include <optional>
#include <vector>

#include "flow/arrival.h"

namespace bas::flow {

struct Submission {
  std::vector<Arrival> arrivals;
  std::size_t bytes = 0;  // of pictures
  IngestDone done;
};

// Threads: push(), stop() and reads() from any, take() from one.
class IngestQueue {
 public:
  explicit IngestQueue(const IngestSettings& settings) : settings_(settings) {}

  // False, and nothing is taken, when it is full or stopping.
  bool push(std::vector<Arrival>& arrivals, IngestDone& done);

  // Everything that waits, up to a batch. Waits for work, `patience` at the longest when given;
  // empty when there is none by then, or when stopping.
  std::vector<Submission> take(std::optional<std::chrono::milliseconds> patience);

  // Later pushes are refused; take() hands out what is left.
  void stop();
  bool is_stopping() const;
  std::size_t reads() const;

 private:
  const IngestSettings settings_;
  mutable std::mutex mutex_;  // guards all below
  std::condition_variable wake_;
  std::vector<Submission> waiting_;
  std::size_t reads_ = 0;
  std::size_t bytes_ = 0;
  bool is_stopping_ = false;
};

}  // namespace bas::flow
