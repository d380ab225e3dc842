#include "flow/ingest.h"

#include <fmt/format.h>

#include <utility>

#include "base/log.h"
#include "flow/ingest_batch.h"

namespace bas::flow {

namespace {

constexpr std::chrono::milliseconds kTellerPause{500};
constexpr std::chrono::seconds kRetryPause{1};
constexpr std::size_t kRecoverPage = 1'000;

std::size_t bytes_of(const std::vector<Arrival>& arrivals) {
  std::size_t bytes = 0;
  for (const Arrival& arrival : arrivals) {
    for (const Picture& picture : arrival.pictures) bytes += picture.bytes.size();
  }
  return bytes;
}

}  // namespace

Result<std::vector<Outcome>> Ingest::process(std::vector<Arrival>& arrivals) {
  IngestBatch batch({parts_.sealer, parts_.reads, parts_.blobs, parts_.random}, settings_);
  batch.admit(arrivals);                     // late or live
  TRY(batch.deduplicate());                  // repeats, and better views of a known passage
  batch.match(parts_.hits);                  // against every entry in force
  TRY(batch.seal());                         // pictures are durable here
  TRY(parts_.reads.append(batch.sealed()));  // reads are durable here
  if (const auto made = parts_.hits.make(batch.matched()); made) {
    const std::lock_guard lock(mutex_);
    for (const MatchedRead& matched : batch.matched()) told_.push_back(matched.read->id);
  } else {
    log(LogLevel::kError, "flow", "hits could not be recorded; their reads stay untold",
        {{"reason", made.error().text}});
    has_untold_ = true;
  }
  batch.note(parts_.activity);
  return batch.outcomes();
}

Result<std::unique_ptr<Ingest>> Ingest::open(Parts parts, IngestSettings settings) {
  std::unique_ptr<Ingest> ingest(new Ingest(parts, settings));
  TRY(ingest->recover());
  ingest->committer_ = std::thread([raw = ingest.get()] { raw->run(); });
  ingest->teller_ = std::thread([raw = ingest.get()] { raw->run_teller(); });
  return ingest;
}

Ingest::~Ingest() { stop(); }

void Ingest::submit(std::vector<Arrival> arrivals, Done done) {
  if (arrivals.empty()) return done(std::vector<Outcome>{});
  const std::size_t bytes = bytes_of(arrivals);
  {
    const std::lock_guard lock(mutex_);
    const bool is_full = queued_reads_ + arrivals.size() > settings_.queue_reads_max ||
                         (queued_bytes_ + bytes > settings_.queue_bytes_max && queued_bytes_ > 0);
    if (!is_stopping_ && !is_full) {
      queued_reads_ += arrivals.size();
      queued_bytes_ += bytes;
      queue_.push_back({std::move(arrivals), bytes, std::move(done)});
      wake_.notify_all();
      return;
    }
  }
  done(fail(ErrorCode::kUnavailable, "more reads are waiting than fit: send this one again"));
}

void Ingest::stop() {
  {
    const std::lock_guard lock(mutex_);
    is_stopping_ = true;
  }
  wake_.notify_all();
  if (committer_.joinable()) committer_.join();
  if (teller_.joinable()) teller_.join();
}

std::size_t Ingest::queued_reads() const {
  const std::lock_guard lock(mutex_);
  return queued_reads_;
}

void Ingest::run() {
  while (true) {
    std::vector<Submission> batch = take_batch();
    const bool is_done = batch.empty() && !has_untold_;
    if (is_done) return;
    if (!batch.empty()) commit(std::move(batch));
    if (has_untold_) retry_untold();
  }
}

// Hits that the relational store refused are made again, at most once a second.
void Ingest::retry_untold() {
  const auto now = parts_.clock.steady_now();
  if (now - last_retry_ < kRetryPause) return;
  last_retry_ = now;
  const auto recovered = recover();
  has_untold_ = !recovered && !is_stopping();
}

bool Ingest::is_stopping() const {
  const std::lock_guard lock(mutex_);
  return is_stopping_;
}

// Waits for work; empty when stopping with nothing left, or when untold reads are due for a retry.
std::vector<Ingest::Submission> Ingest::take_batch() {
  std::unique_lock lock(mutex_);
  const auto has_work = [&] { return is_stopping_ || !queue_.empty(); };
  if (has_untold_) {
    wake_.wait_for(lock, kRetryPause, has_work);
  } else {
    wake_.wait(lock, has_work);
  }
  std::size_t reads = 0;
  std::size_t count = 0;
  while (count < queue_.size() && (count == 0 || reads < settings_.batch_reads_max)) {
    reads += queue_[count].arrivals.size();
    queued_bytes_ -= queue_[count].bytes;
    ++count;
  }
  queued_reads_ -= reads;
  const auto end = queue_.begin() + static_cast<std::ptrdiff_t>(count);
  std::vector<Submission> batch(std::move_iterator(queue_.begin()), std::move_iterator(end));
  queue_.erase(queue_.begin(), end);
  return batch;
}

void Ingest::commit(std::vector<Submission> batch) {
  std::vector<Arrival> arrivals;
  for (Submission& submission : batch) {
    submission.bytes = submission.arrivals.size();  // from here on: how many answers are its own
    std::move(submission.arrivals.begin(), submission.arrivals.end(), std::back_inserter(arrivals));
  }
  const auto outcomes = process(arrivals);
  if (!outcomes) {
    log(LogLevel::kError, "flow", "a batch of reads was not kept; their cameras are told so",
        {{"reads", std::to_string(arrivals.size())}, {"reason", outcomes.error().text}});
  }
  auto next = outcomes ? outcomes->begin() : std::vector<Outcome>::const_iterator{};
  for (Submission& submission : batch) {
    if (!outcomes) {
      submission.done(tl::make_unexpected(outcomes.error()));
      continue;
    }
    const auto end = next + static_cast<std::ptrdiff_t>(submission.bytes);
    submission.done(std::vector<Outcome>(next, end));
    next = end;
  }
}

// Every read left untold is matched again; hits that exist already are left alone.
Result<> Ingest::recover() {
  while (true) {
    const auto untold = TRY(parts_.reads.untold(kRecoverPage));
    if (untold.empty()) return {};
    std::vector<Read> reads;
    std::vector<Id> ids;
    for (const SealedRead& sealed : untold) {
      ids.push_back(sealed.id);
      auto read = parts_.sealer.open(sealed);
      if (!read && read.error().code != ErrorCode::kDestroyed) {
        return tl::make_unexpected(read.error());
      }
      if (read) reads.push_back(std::move(*read));
    }
    std::vector<MatchedRead> matched;
    for (const Read& read : reads) {
      matched.push_back({&read, parts_.hits.matches(read), Occasion::kAgain});
    }
    TRY(parts_.hits.make(matched));
    TRY(parts_.hits.sync());
    TRY(parts_.reads.mark_told(ids));
    log(LogLevel::kInfo, "flow", "reads matched again after an interruption",
        {{"reads", std::to_string(ids.size())}});
  }
}

// Marks reads as told once their hits would survive a crash of the machine.
void Ingest::run_teller() {
  std::unique_lock lock(mutex_);
  while (!is_stopping_ || !told_.empty()) {
    const bool is_last = is_stopping_;
    const std::vector<Id> told = std::exchange(told_, {});
    lock.unlock();
    if (!told.empty()) {
      auto marked = parts_.hits.sync();
      if (marked) marked = parts_.reads.mark_told(told);
      if (!marked) {
        log(LogLevel::kWarning, "flow", "reads could not be marked as told; tried again at start",
            {{"reason", marked.error().text}});
      }
    }
    lock.lock();
    if (is_last && told_.empty()) return;
    wake_.wait_for(lock, kTellerPause, [&] { return is_stopping_; });
  }
}

}  // namespace bas::flow
