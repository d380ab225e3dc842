// What the work of every day tells of each camera's misreads: hits that a person confirmed, and
// vehicles that two cameras saw. Counted, and nothing more: what counts in matching is learned from
// it by the misread book, and approved.
#pragma once

#include <condition_variable>
#include <deque>
#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <thread>

#include "base/clock.h"
#include "base/random.h"
#include "flow/entry_book.h"
#include "flow/reads.h"
#include "match/repeated_passages.h"

namespace bas::flow {

class Directory;

// Of one camera. A fifth of the vehicles is held out, to judge by what was learned of the others.
struct TalliedCamera {
  UtcTime since;
  double by_verdict = 0;  // reads; those of passages by how sure their truth is
  double by_passage = 0;
  match::CameraCounts learned_from;
  match::CameraCounts held_out;
};

// Sums over glyphs alone leave this: no plate is kept. Passing reads are remembered some minutes
// in memory. Threads: any; one of its own counts. A crash loses what was counted in the last ten
// minutes, which only means that it is learned later. 70 kB a camera.
class MisreadTally {
 public:
  struct Parts {
    const EntryBook& entries;
    ListStore& lists;
    const Directory& directory;
    const Clock& clock;
    std::filesystem::path file;
  };
  // What was counted before; kCorrupt when the file is not as it was written.
  static Result<std::unique_ptr<MisreadTally>> open(Parts parts, Random& random);
  ~MisreadTally();  // saves

  // A new read. Never waits: while the counting is behind, reads are passed over.
  void passed(const Read& read);
  // A person looked at the picture and found the vehicle to be the listed one. Counts only for
  // lists that also match inexactly, and not for partial plates: elsewhere a camera that misreads
  // makes no hit, so that confirmed hits would say that it never does.
  void confirmed(const HitWithRead& hit);

  // Nothing where nothing was counted.
  std::optional<TalliedCamera> of(const Id& camera);
  // The camera was changed, or counted wrongly: begins again.
  void forget(const Id& camera);
  // Waits until all that passed is counted, and writes it. Durable when it returns.
  Result<> save();

 private:
  explicit MisreadTally(Parts parts) : parts_(std::move(parts)) {}

  void run();
  std::optional<match::PassingRead> remembered(const Read& read) const;
  void count_passage(const match::PassingRead& read);
  void count(const match::PassingRead& read, const match::LikelyTruth& truth, bool is_held_out);
  TalliedCamera& camera(const Id& id);
  Result<> write();
  void save_if_due();

  Parts parts_;
  std::uint64_t seed_ = 0;

  std::mutex counting_;  // guards the next two
  std::map<Id, TalliedCamera> cameras_;
  match::RepeatedPassages passages_{{}};

  std::mutex mutex_;  // guards the rest but the thread
  std::condition_variable wake_;
  std::deque<match::PassingRead> waiting_;
  bool is_counting_ = false;
  bool is_stopping_ = false;
  std::thread thread_;
  std::chrono::steady_clock::time_point saved_at_;  // of the thread alone
};

}  // namespace bas::flow
