// What an entry or a list would do at this province's traffic, told before it does it.
#pragma once

#include "flow/entry_book.h"
#include "match/preview.h"

namespace bas::flow {

// A whole list, looked at.
struct PreviewedList {
  struct Noisy {
    Id entry;
    std::string plate;
    double false_hits_a_day = 0;
  };
  std::size_t entries = 0;  // looked at
  double false_hits_a_day = 0;
  std::vector<Noisy> worst;
};

// Threads: any. Cost: some milliseconds an entry.
class Previews {
 public:
  static constexpr std::size_t kEntriesMax = 1'000;

  // `reads_per_day`: past all cameras together.
  Previews(EntryBook& entries, double reads_per_day);

  // kBadInput for a partial plate that names too little.
  Result<match::Preview> entry(const List& list, const Plate& plate) const;
  // Of at most kEntriesMax entries; the sum is scaled up to all of them.
  Result<PreviewedList> list(const List& list) const;

  double reads_per_day() const { return traffic_.reads_per_day; }

 private:
  EntryBook& entries_;
  match::Traffic traffic_;
};

}  // namespace bas::flow
