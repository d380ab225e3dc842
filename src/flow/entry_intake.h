// Entries of a file on their way into the book, written while the next lines are being read.
#pragma once

#include <condition_variable>
#include <cstdint>
#include <mutex>
#include <thread>
#include <vector>

#include "base/id.h"
#include "flow/entry_book.h"

namespace bas::flow {

enum class ImportEffect { kApply, kPreview };

// Gathers entries, brings them in the order of their tokens, gives them their ids and puts them in
// portions: neighbours of the index are written together, and neither ids nor rows tell the order
// of the file. Memory: three gatherings, some 150 MB.
// Threads: one calls; it writes on a thread of its own.
class EntryIntake {
 public:
  struct Settings {
    EntryBook& entries;
    Random& random;
    ImportEffect effect = ImportEffect::kApply;
    EntryWrite write;
    // Brought in order at once: a list of a million then writes each page of its index a dozen
    // times.
    std::size_t gathered_max = 80'000;
  };
  explicit EntryIntake(const Settings& settings);
  // Waits until what was handed on is written.
  ~EntryIntake();
  EntryIntake(const EntryIntake&) = delete;
  EntryIntake& operator=(const EntryIntake&) = delete;

  // The id of the entry is not looked at. Waits while the writer is behind; its failure is
  // answered by a later call, and nothing more is written then.
  Result<> take(const Entry& entry);

  // Writes what is left and waits for it.
  Result<> finish();

  // Of what has been written so far.
  struct Counts {
    std::uint64_t added = 0;
    std::uint64_t changed = 0;
    std::uint64_t unchanged = 0;
  };
  Counts counts() const;

 private:
  using Gathered = std::vector<PreparedEntry>;

  Result<> hand_on();
  void work();
  Result<> write(Gathered gathered);
  Result<> put(Gathered portion);

  const Settings settings_;
  IdSequence ids_;     // of the writer
  Gathered gathered_;  // of the caller

  mutable std::mutex mutex_;
  std::condition_variable changed_;
  Gathered waiting_;         // by mutex_
  bool is_writing_ = false;  // by mutex_
  bool is_ending_ = false;   // by mutex_
  Result<> outcome_;         // by mutex_
  Counts counts_;            // by mutex_
  std::thread writer_;
};

}  // namespace bas::flow
