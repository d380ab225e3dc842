// A revision: one change of the entries of a list, by a file or by a person.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/id.h"
#include "base/time.h"

namespace bas {

// kFull: entries that the file does not hold are ended. kDelta: it says what comes and what goes.
// kMerge: what it holds is added or changed, nothing ends.
enum class ImportMode { kFull, kDelta, kMerge };
std::string_view name_of(ImportMode mode);
std::optional<ImportMode> import_mode_from(std::string_view name);

// kHeld: waits for a person, because a full file lacks too much of what is in force. kPartly: was
// cancelled or broke off after some of it was applied; taking the file again completes it.
enum class RevisionState { kRunning, kApplied, kPreviewed, kHeld, kRefused, kCancelled, kPartly };
std::string_view name_of(RevisionState state);
std::optional<RevisionState> revision_state_from(std::string_view name);

// How an entry stopped being as it was: another line replaced it, a full file no longer holds it,
// its source or owner withdrew it, or somebody found it wrong.
enum class EntryEnd { kReplaced, kDropped, kWithdrawn, kWrong };
std::string_view name_of(EntryEnd how);
std::optional<EntryEnd> entry_end_from(std::string_view name);

struct RevisionCounts {
  std::uint64_t lines = 0;
  std::uint64_t added = 0;
  std::uint64_t changed = 0;
  std::uint64_t unchanged = 0;
  std::uint64_t removed = 0;
  std::uint64_t rejected = 0;
  std::uint64_t skipped = 0;        // on the skip list of the profile
  std::uint64_t repeated = 0;       // the same plate again; the later line counts
  std::uint64_t contradicting = 0;  // of these, those that said something else
  std::uint64_t standard_ends = 0;  // lines that got the list's own end
  std::uint64_t kept_out = 0;       // marked wrong by a person before
  bool operator==(const RevisionCounts&) const = default;
};

// `number` counts from 1 within its list. `note` says in one English sentence why it is not
// applied, or what a reader should know; never with a plate.
struct Revision {
  Id list;
  int number = 0;
  ImportMode mode = ImportMode::kMerge;
  RevisionState state = RevisionState::kRunning;
  std::string origin;  // "upload", "source", "desk"
  Id by;               // who; all zero: the server itself
  UtcTime started_at;
  std::optional<UtcTime> ended_at;
  std::string file_name;
  std::string file_sha256;
  std::string source_revision;
  RevisionCounts counts;
  std::string note;
};

}  // namespace bas
