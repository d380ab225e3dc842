#include "flow/ingest_queue.h"

#include <iterator>

namespace bas::flow {

namespace {

std::size_t bytes_of(const std::vector<Arrival>& arrivals) {
  std::size_t bytes = 0;
  for (const Arrival& arrival : arrivals) {
    for (const Picture& picture : arrival.pictures) bytes += picture.bytes.size();
  }
  return bytes;
}

}  // namespace

bool IngestQueue::push(std::vector<Arrival>& arrivals, IngestDone& done) {
  const std::size_t bytes = bytes_of(arrivals);
  const std::lock_guard lock(mutex_);
  const bool is_full = reads_ + arrivals.size() > settings_.queue_reads_max ||
                       (bytes_ + bytes > settings_.queue_bytes_max && bytes_ > 0);
  if (is_stopping_ || is_full) return false;
  reads_ += arrivals.size();
  bytes_ += bytes;
  waiting_.push_back({std::move(arrivals), bytes, std::move(done)});
  wake_.notify_one();
  return true;
}

std::vector<Submission> IngestQueue::take(std::optional<std::chrono::milliseconds> patience) {
  std::unique_lock lock(mutex_);
  const auto has_work = [&] { return is_stopping_ || !waiting_.empty(); };
  if (patience) {
    wake_.wait_for(lock, *patience, has_work);
  } else {
    wake_.wait(lock, has_work);
  }
  std::size_t reads = 0;
  std::size_t count = 0;
  while (count < waiting_.size() && (count == 0 || reads < settings_.batch_reads_max)) {
    reads += waiting_[count].arrivals.size();
    bytes_ -= waiting_[count].bytes;
    ++count;
  }
  reads_ -= reads;
  const auto end = waiting_.begin() + static_cast<std::ptrdiff_t>(count);
  std::vector<Submission> batch(std::move_iterator(waiting_.begin()), std::move_iterator(end));
  waiting_.erase(waiting_.begin(), end);
  return batch;
}

void IngestQueue::stop() {
  const std::lock_guard lock(mutex_);
  is_stopping_ = true;
  wake_.notify_all();
}

bool IngestQueue::is_stopping() const {
  const std::lock_guard lock(mutex_);
  return is_stopping_;
}

std::size_t IngestQueue::reads() const {
  const std::lock_guard lock(mutex_);
  return reads_;
}

}  // namespace bas::flow
