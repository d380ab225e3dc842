// How a list fares: how many entries, how fresh, how noisy.
#pragma once

#include <optional>
#include <vector>

#include "base/clock.h"
#include "flow/entry_sealer.h"
#include "ports/hit_store.h"
#include "ports/list_store.h"
#include "ports/revision_store.h"

namespace bas::flow {

struct ListStatus {
  List list;
  std::size_t entries = 0;
  std::optional<FetchState> fetch;
  std::optional<ListNoise> noise;  // of the last kNoiseDays; empty when nothing hit
  std::optional<Revision> last_revision;
};

// What a revision did to one entry. `is_added`: it was not there before; else it was changed.
struct WrittenEntry {
  Entry entry;
  bool is_added = false;
};
struct EndedEntry {
  Entry entry;
  EntryEnd how = EntryEnd::kReplaced;
};

// Threads: any. Counts are made when asked: not for hot paths.
class ListReports {
 public:
  static constexpr int kNoiseDays = 30;

  struct Parts {
    ListStore& lists;
    RevisionStore& revisions;
    HitStore& hits;
    const EntrySealer& sealer;
    const Clock& clock;
  };
  explicit ListReports(Parts parts) : parts_(parts) {}

  Result<std::vector<ListStatus>> all();
  Result<ListStatus> of(const List& list);

  Result<std::vector<WrittenEntry>> written_in(const RevisionName& name, const EntryPage& page);
  Result<std::vector<EndedEntry>> ended_in(const RevisionName& name, const EntryPage& page);

 private:
  Result<std::vector<ListNoise>> noise();
  Result<ListStatus> status(List list, const std::vector<ListNoise>& noise);

  Parts parts_;
};

}  // namespace bas::flow
