// A new entry matched against stored reads: where was this vehicle before it was listed?
#pragma once

#include <string>
#include <vector>

#include "flow/entry_book.h"
#include "flow/searches.h"

namespace bas::flow {

// Why stored reads are used: as of a search.
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
  std::optional<Id> agreement{};  // of somebody else, to more than some days
};

struct LookBackFinding {
  std::vector<Read> reads;  // newest first
  bool is_cut = false;      // there were more than kReadsMax
  Id purpose;               // for which they may be opened
};

// A search by who keeps a list, through the same gate: of what needs no authorisation, in the own
// zone and where a grant opens more. Threads: any. It makes no hit and rings nowhere: what it finds
// is old. Cost: as a search.
class LookBack {
 public:
  static constexpr int kDaysMax = 31;
  static constexpr std::size_t kReadsMax = Searches::kPageMost;

  struct Parts {
    EntryBook& entries;
    Searches& searches;
  };
  explicit LookBack(Parts parts) : parts_(parts) {}

  // kBadInput over more days than kDaysMax, or for a partial plate: that is a search. Else as
  // Searches::search.
  Result<LookBackFinding> find(const LookBackWish& wish, const Person& who);

 private:
  Parts parts_;
};

}  // namespace bas::flow
