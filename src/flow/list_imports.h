// The import of files of lists: one after another, on a thread of its own, beside the matching.
#pragma once

#include <condition_variable>
#include <deque>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

#include "flow/import_run.h"
#include "flow/lists.h"

namespace bas::flow {

// `profile`: a name, JSON, or a mapping such as "plate=Kenteken"; empty: the list's own, or our own
// column names. `mode` empty: as the profile says; without a profile what the file holds is merged.
struct ImportWish {
  Id list;
  std::string bytes;
  std::string file_name;
  std::string profile;
  std::optional<ImportMode> mode;
  ImportEffect effect = ImportEffect::kApply;
  ShrinkRule shrink = ShrinkRule::kAsk;
  std::string origin = "upload";
  Id by;
};

struct ImportState {
  Revision revision;
  std::size_t bytes_done = 0;  // of `bytes`, while it runs; 0 of 0 while it waits
  std::size_t bytes = 0;
};

// Threads: any; the work is done on one of its own. Memory: the waiting files, kWaitingMax of them
// and kWaitingBytesMax bytes.
class ListImports {
 public:
  static constexpr std::size_t kWaitingMax = 16;
  static constexpr std::size_t kWaitingBytesMax = std::size_t{1} << 30;

  struct Parts {
    ImportRun::Parts run;
    Lists& lists;
    Desks& desks;
  };
  explicit ListImports(Parts parts);
  ~ListImports();  // what runs is cancelled, what waits is told so

  // Begins a revision and answers it at once. kUnavailable when too much waits; kBadInput for a
  // profile that is none.
  Result<Revision> start(ImportWish wish);

  // A held file is applied, or let go of. kConflict when the revision is not held.
  Result<Revision> confirm(const RevisionName& name, const Id& by);
  Result<> discard(const RevisionName& name);

  // kConflict when it neither runs nor waits. What was applied of it stays.
  Result<> cancel(const RevisionName& name);

  Result<ImportState> state(const RevisionName& name) const;
  // Waits until nothing runs or waits. For tests and for stopping.
  void wait() const;

 private:
  struct Job {
    RevisionName name;
    ImportJob import;  // taken out of it when it runs
    ImportProgress progress;
    std::stop_source stop;
  };
  void work();
  void run(Job& job);
  Result<Revision> enqueue(ImportWish wish, const List& list);
  std::shared_ptr<Job> job_of(const RevisionName& name) const;

  Parts parts_;
  mutable std::mutex mutex_;  // guards what follows
  mutable std::condition_variable changed_;
  std::deque<std::shared_ptr<Job>> waiting_;
  std::shared_ptr<Job> running_;
  std::size_t waiting_bytes_ = 0;
  bool is_stopping_ = false;
  std::thread thread_;
};

// As ImportWish::profile says.
Result<profiles::Profile> profile_from(std::string_view text);

}  // namespace bas::flow
