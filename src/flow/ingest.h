// The life of a read inside the server, from decoded facts to told desks. `ingest.cc` reads like
// the list in ARCHITECTURE.md.
#pragma once

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

#include "base/clock.h"
#include "base/random.h"
#include "flow/activity.h"
#include "flow/directory.h"
#include "flow/hit_maker.h"
#include "flow/read_sealer.h"
#include "ports/blob_store.h"
#include "ports/read_store.h"

namespace bas::flow {

// A decoded message of a known, enabled camera.
struct Arrival {
  Camera camera;
  ReadFacts facts;
  std::vector<Picture> pictures;
  UtcTime received_at;
};

// kStored: new. kRepeated: this very message is kept already. kImproved: a better view of a
// passage that is kept; the read has it now. kRefused: not kept, `refusal` says why (such as
// kDestroyed: the keys of its day are gone, so nothing of that day is taken any more).
enum class ReadFate { kStored, kRepeated, kImproved, kRefused };
struct Outcome {
  ReadFate fate = ReadFate::kStored;
  Id read;
  std::optional<Error> refusal = std::nullopt;
};

struct IngestSettings {
  // Most reads sealed and synced together. More: fewer syncs, longer wait for the first of them.
  std::size_t batch_reads_max = 4096;
  // Reads waiting before new ones are refused as busy. Bounds memory.
  std::size_t queue_reads_max = 50'000;
  // Bytes of pictures waiting before new ones are refused as busy.
  std::size_t queue_bytes_max = 512u << 20;
  // Same camera and plate within this time is a repeat, where the device names no event.
  std::chrono::milliseconds repeat_window{5'000};
  // Captured longer than this before it arrived: late, never shown as live.
  std::chrono::milliseconds late_after{120'000};
};

// Threads: submit() from any. One thread of its own commits batches, one marks reads as told.
class Ingest {
 public:
  struct Parts {
    ReadSealer& sealer;
    ReadStore& reads;
    BlobStore& blobs;
    HitMaker& hits;
    Activity& activity;
    const Clock& clock;
    Random& random;
  };
  using Done = std::function<void(Result<std::vector<Outcome>>)>;

  // Matches again what a crash may have left untold, then starts.
  static Result<std::unique_ptr<Ingest>> open(Parts parts, IngestSettings settings);
  ~Ingest();

  // `done` is called once, from the committing thread, when all are durable; in the order given.
  // kUnavailable when the queue is full or the server is stopping: the sender shall try again.
  void submit(std::vector<Arrival> arrivals, Done done);

  // Commits what is queued and ends. Later submissions are refused.
  void stop();

  std::size_t queued_reads() const;

 private:
  struct Submission {
    std::vector<Arrival> arrivals;
    std::size_t bytes = 0;
    Done done;
  };

  Ingest(Parts parts, IngestSettings settings) : parts_(parts), settings_(settings) {}
  Result<> recover();
  void run();
  void retry_untold();
  bool is_stopping() const;
  void run_teller();
  std::vector<Submission> take_batch();
  void commit(std::vector<Submission> batch);
  Result<std::vector<Outcome>> process(std::vector<Arrival>& arrivals);

  Parts parts_;
  IngestSettings settings_;

  bool has_untold_ = false;  // the committing thread's own, like the time of its last retry
  std::chrono::steady_clock::time_point last_retry_;

  mutable std::mutex mutex_;  // guards all below but the threads
  std::condition_variable wake_;
  std::vector<Submission> queue_;
  std::size_t queued_reads_ = 0;
  std::size_t queued_bytes_ = 0;
  std::vector<Id> told_;  // hits recorded, not yet synced
  bool is_stopping_ = false;

  std::thread committer_;
  std::thread teller_;
};

}  // namespace bas::flow
