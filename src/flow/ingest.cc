#include "flow/ingest.h"

#include <iterator>
#include <utility>

#include "base/log.h"
#include "flow/ingest_batch.h"

namespace bas::flow {

namespace {

constexpr std::chrono::seconds kRetryPause{1};
constexpr std::size_t kRecoverPage = 1'000;

std::vector<Id> ids_of(std::span<const MatchedRead> matched) {
  std::vector<Id> ids;
  for (const MatchedRead& one : matched) ids.push_back(one.read->id);
  return ids;
}

}  // namespace

Result<std::vector<Outcome>> Ingest::process(std::vector<Arrival>& arrivals) {
  IngestBatch batch({names_, parts_.sealer, parts_.reads, parts_.blobs, parts_.random},
                    settings_.late_after);
  batch.admit(arrivals);                     // late or live
  TRY(batch.deduplicate());                  // repeats, and better views of a known passage
  batch.match(parts_.hits);                  // against every entry in force
  TRY(batch.seal());                         // pictures are durable here
  TRY(parts_.reads.append(batch.sealed()));  // reads are durable here
  if (const auto made = parts_.hits.make(batch.matched()); made) {
    teller_->note(ids_of(batch.matched()));  // desks have been told
  } else {
    log(LogLevel::kError, "flow", "hits could not be recorded; tried again every second",
        {{"reason", made.error().text}});
    has_untold_ = true;
  }
  batch.note(parts_.activity);
  for (const Passage& passage : batch.passages()) {
    if (passage.is_new) parts_.passed(passage.read);
  }
  return batch.outcomes();
}

Result<std::unique_ptr<Ingest>> Ingest::open(Parts parts, IngestSettings settings) {
  std::unique_ptr<Ingest> ingest(new Ingest(parts, settings));
  TRY(ingest->recover());
  ingest->teller_ = std::make_unique<Teller>(parts.hit_store, parts.reads);
  ingest->committer_ = std::thread([raw = ingest.get()] { raw->run(); });
  return ingest;
}

Ingest::~Ingest() { stop(); }

void Ingest::submit(std::vector<Arrival> arrivals, IngestDone done) {
  if (arrivals.empty()) return done(std::vector<Outcome>{});
  if (queue_.push(arrivals, done)) return;
  done(fail(ErrorCode::kUnavailable, "more reads are waiting than fit: send this one again"));
}

void Ingest::stop() {
  queue_.stop();
  if (committer_.joinable()) committer_.join();
  teller_.reset();
}

void Ingest::run() {
  while (true) {
    std::vector<Submission> batch = queue_.take(
        has_untold_ ? std::optional<std::chrono::milliseconds>(kRetryPause) : std::nullopt);
    if (batch.empty() && queue_.is_stopping()) return;
    if (!batch.empty()) commit(std::move(batch));
    if (has_untold_) retry_untold();
  }
}

void Ingest::commit(std::vector<Submission> batch) {
  std::vector<Arrival> arrivals;
  std::vector<std::size_t> counts;
  for (Submission& submission : batch) {
    counts.push_back(submission.arrivals.size());
    std::move(submission.arrivals.begin(), submission.arrivals.end(), std::back_inserter(arrivals));
  }
  const auto outcomes = process(arrivals);
  if (!outcomes) {
    log(LogLevel::kError, "flow", "a batch of reads was not kept; their cameras are told so",
        {{"reads", std::to_string(arrivals.size())}, {"reason", outcomes.error().text}});
  }
  std::size_t next = 0;
  for (std::size_t i = 0; i < batch.size(); ++i) {
    if (!outcomes) {
      batch[i].done(tl::make_unexpected(outcomes.error()));
      continue;
    }
    const auto own = std::span(*outcomes).subspan(next, counts[i]);
    next += counts[i];
    batch[i].done(std::vector<Outcome>(own.begin(), own.end()));
  }
}

// Hits that the relational store refused are made again, at most once a second.
void Ingest::retry_untold() {
  const auto now = parts_.clock.steady_now();
  if (now - last_retry_ < kRetryPause) return;
  last_retry_ = now;
  has_untold_ = !recover();
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
    TRY(parts_.hit_store.sync());
    TRY(parts_.reads.mark_told(ids));
    log(LogLevel::kInfo, "flow", "reads matched again after an interruption",
        {{"reads", std::to_string(ids.size())}});
  }
}

}  // namespace bas::flow
