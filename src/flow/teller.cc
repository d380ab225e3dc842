#include "flow/teller.h"

#include <utility>

#include "base/log.h"

namespace bas::flow {

namespace {
constexpr std::chrono::milliseconds kPause{500};
}

Teller::Teller(HitStore& hits, ReadStore& reads)
    : hits_(hits), reads_(reads), thread_([this] { run(); }) {}

Teller::~Teller() {
  {
    const std::lock_guard lock(mutex_);
    is_stopping_ = true;
  }
  wake_.notify_all();
  thread_.join();
}

void Teller::note(const std::vector<Id>& reads) {
  const std::lock_guard lock(mutex_);
  told_.insert(told_.end(), reads.begin(), reads.end());
}

void Teller::run() {
  std::unique_lock lock(mutex_);
  while (true) {
    wake_.wait_for(lock, kPause, [&] { return is_stopping_; });
    const bool is_last = is_stopping_;
    const std::vector<Id> told = std::exchange(told_, {});
    lock.unlock();
    if (!told.empty()) mark(told);
    lock.lock();
    if (is_last && told_.empty()) return;
  }
}

// What cannot be marked now is matched again at the next start, and found to be told already.
void Teller::mark(const std::vector<Id>& told) {
  auto marked = hits_.sync();
  if (marked) marked = reads_.mark_told(told);
  if (marked) return;
  log(LogLevel::kWarning, "flow", "reads could not be marked as told; tried again at start",
      {{"reason", marked.error().text}});
}

}  // namespace bas::flow
