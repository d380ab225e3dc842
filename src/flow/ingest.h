// The life of a read inside the server, from decoded facts to told desks. `ingest.cc` reads like
// the list in ARCHITECTURE.md.
#pragma once

#include <functional>
#include <memory>
#include <thread>
#include <vector>

#include "base/clock.h"
#include "flow/activity.h"
#include "flow/hit_maker.h"
#include "flow/ingest_queue.h"
#include "flow/message_names.h"
#include "flow/read_sealer.h"
#include "flow/teller.h"
#include "ports/blob_store.h"

namespace bas::flow {

// Threads: submit() from any. One thread of its own commits batches.
class Ingest {
 public:
  struct Parts {
    vault::Vault& vault;
    ReadSealer& sealer;
    ReadStore& reads;
    BlobStore& blobs;
    HitMaker& hits;
    HitStore& hit_store;
    Activity& activity;
    std::function<void(const Read&)> passed;  // told of each new read; quick
    const Clock& clock;
    Random& random;
  };

  // Matches again what a crash may have left untold, then starts.
  static Result<std::unique_ptr<Ingest>> open(Parts parts, IngestSettings settings);
  ~Ingest();

  // `done` is called once, from the committing thread. kUnavailable, from this thread, when the
  // queue is full or the server is stopping: the sender shall try again.
  void submit(std::vector<Arrival> arrivals, IngestDone done);

  // Commits what is queued and ends. Later submissions are refused.
  void stop();

  std::size_t queued_reads() const { return queue_.reads(); }

 private:
  Ingest(Parts parts, IngestSettings settings)
      : parts_(std::move(parts)),
        settings_(settings),
        queue_(settings),
        names_(parts_.vault, settings.repeat_window) {}
  Result<std::vector<Outcome>> process(std::vector<Arrival>& arrivals);
  void run();
  void commit(std::vector<Submission> batch);
  Result<> recover();
  void retry_untold();

  Parts parts_;
  IngestSettings settings_;
  IngestQueue queue_;
  MessageNames names_;
  std::unique_ptr<Teller> teller_;
  // Of the committing thread alone.
  bool has_untold_ = false;
  std::chrono::steady_clock::time_point last_retry_;
  std::thread committer_;
};

}  // namespace bas::flow
