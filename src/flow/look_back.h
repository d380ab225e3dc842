// A new entry matched against stored reads: where was this vehicle before it was listed?
#pragma once

#include <string>
#include <vector>

#include "base/clock.h"
#include "base/random.h"
#include "flow/entry_book.h"
#include "flow/read_sealer.h"
#include "ports/look_back_store.h"
#include "ports/read_store.h"

namespace bas::flow {

// Why stored reads are used. None of it may be empty.
struct UseReason {
  std::string purpose;
  std::string case_number;
  std::string reason;
};

struct LookBackWish {
  Id entry;
  Day first;  // both included
  Day last;
  UseReason why;
  Id by;
};

struct LookBackFinding {
  std::vector<Read> reads;  // newest first
  bool is_cut = false;      // there were more than kReadsMax
};

// Threads: any. It makes no hit and rings nowhere: what it finds is old. Each use is recorded, with
// who and why, before anything is released. Cost: a token and a look-up a day, 5 µs a read found.
class LookBack {
 public:
  static constexpr int kDaysMax = 31;
  static constexpr std::size_t kReadsMax = 1'000;

  struct Parts {
    EntryBook& entries;
    ReadStore& reads;
    const ReadSealer& sealer;
    vault::Vault& vault;
    LookBackStore& uses;
    const Clock& clock;
    Random& random;
  };
  explicit LookBack(Parts parts) : parts_(parts) {}

  // kBadInput without a reason, over more days than kDaysMax, or for a partial plate: that is a
  // search. Days whose keys are destroyed hold nothing any more.
  Result<LookBackFinding> find(const LookBackWish& wish);

 private:
  Result<> find_in(Day day, const Plate& plate, LookBackFinding& finding);
  Result<> record(const LookBackWish& wish, std::size_t reads);

  Parts parts_;
};

}  // namespace bas::flow
