// One file of a list on its way into force.
#pragma once

#include <absl/container/flat_hash_map.h>
#include <absl/container/flat_hash_set.h>

#include <atomic>
#include <functional>
#include <stop_token>
#include <string>
#include <vector>

#include "flow/entry_intake.h"
#include "flow/revision_book.h"
#include "flow/verdicts.h"
#include "profiles/file_reader.h"

namespace bas::flow {

enum class ShrinkRule { kAsk, kAccept };

// What is to be imported. `profile` as parsed; `mode` decides, whatever the profile says.
struct ImportJob {
  List list;
  std::string bytes;
  profiles::Profile profile;
  ImportMode mode = ImportMode::kMerge;
  ImportEffect effect = ImportEffect::kApply;
  ShrinkRule shrink = ShrinkRule::kAsk;
  Revision revision;  // begun
};

// How far a run has come. Threads: any.
struct ImportProgress {
  std::atomic<std::size_t> bytes_done = 0;
  std::atomic<std::size_t> bytes = 0;  // both passes over the text
};

// A full file that lacks more than this share of what is in force waits for a person.
inline constexpr double kShrinkMax = 0.2;
// Of fewer entries than these nobody is asked.
inline constexpr std::size_t kShrinkLeast = 20;

// Threads: one. The first pass looks and changes nothing; only a file that reads to its end, whose
// base fits and that does not shrink the list too far is applied by the second.
class ImportRun {
 public:
  struct Parts {
    ListStore& store;
    EntryBook& entries;
    RevisionBook& revisions;
    Verdicts& verdicts;
    const Clock& clock;
    Random& random;
  };
  ImportRun(Parts parts, ImportJob job, ImportProgress& progress)
      : parts_(parts), job_(std::move(job)), progress_(progress) {}

  // The revision as it ended; its state is stored. An error is only what the store refuses.
  Result<Revision> run(std::stop_token stop);

 private:
  // What a line asks for: entries to put, plates to remove.
  using TakeLine = std::function<Result<>(profiles::Line& line)>;

  Result<> look(std::stop_token stop);
  Result<> apply(std::stop_token stop);
  Result<> preview(std::stop_token stop);
  // Why the file may not be applied; empty when it may.
  std::string objection() const;
  Result<bool> must_ask();
  Result<Revision> end(RevisionState state, std::string note);

  Result<profiles::FileReader> open_file() const;
  Result<> for_each_line(profiles::FileReader& file, const TakeLine& take, std::stop_token stop);
  Result<> note_line(const profiles::Line& line);
  Result<> note_reject(const profiles::Reject& reject);
  Result<> flush_rejects();

  EntryWrite entry_write() const;
  EntryIntake::Settings intake_settings();
  Result<> take(profiles::Line& line, EntryIntake& intake);
  Result<> finish(EntryIntake& intake);
  Result<> drop_unseen(std::stop_token stop);
  Result<> end_entries(std::vector<Id>& entries, EntryEnd how);
  Result<std::uint64_t> key_of(const Plate& plate) const;

  Parts parts_;
  ImportJob job_;
  ImportProgress& progress_;

  // After the first pass.
  profiles::FileFacts facts_;
  bool is_cut_ = false;
  absl::flat_hash_map<std::uint64_t, std::uint64_t> content_;  // of each plate: the last line's
  absl::flat_hash_map<std::uint64_t, std::size_t> last_line_;  // of plates that come repeatedly
  absl::flat_hash_set<std::uint64_t> wrong_;                   // plates that may not come back
  std::size_t seen_before_ = 0;                                // entries in force that it names
  std::vector<Reject> rejects_;
  std::size_t rejects_kept_ = 0;

  // In the second.
  std::vector<Id> ending_;
};

}  // namespace bas::flow
