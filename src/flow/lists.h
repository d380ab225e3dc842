// Lists and the import of their entries.
#pragma once

#include <functional>
#include <mutex>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.h"
#include "base/random.h"
#include "flow/entry_book.h"
#include "ports/list_store.h"

namespace bas::flow {

struct NewList {
  std::string name;
  std::string title;
  std::string category;
  Priority priority = 3;
  Id owner_zone;
};

struct ImportRequest {
  std::string_view csv;      // with a header line
  std::string_view mapping;  // see profiles::Profile::from_mapping
  EntryBook::Mode mode = EntryBook::Mode::kApply;
};

struct RejectedLine {
  std::size_t line = 0;
  std::string error;
};

struct ImportReport {
  std::size_t lines = 0;
  std::size_t added = 0;
  std::size_t changed = 0;
  std::size_t unchanged = 0;
  std::size_t rejected = 0;
  std::vector<RejectedLine> rejected_lines;  // the first kRejectedLinesMax
};
inline constexpr std::size_t kRejectedLinesMax = 1'000;

struct ListSummary {
  List list;
  std::size_t entries = 0;
};

// Threads: any. One import at a time per process; matching goes on beside it.
class Lists {
 public:
  struct Parts {
    ListStore& store;
    EntryBook& entries;
    const Clock& clock;
    Random& random;
  };
  explicit Lists(Parts parts) : parts_(parts) {}

  Result<List> add(NewList wanted);
  Result<std::vector<List>> plain() { return parts_.store.lists(); }
  // With the number of entries of each, which is counted: not for hot paths.
  Result<std::vector<ListSummary>> all();
  Result<List> named(std::string_view name);
  Result<List> with_id(const Id& id);

  // A line that cannot be taken is reported and never stops the others; the same text a second
  // time changes nothing. Durable, and in force, when it returns. About 10 µs a line.
  // kConflict while another import runs.
  Result<ImportReport> import(const List& list, const ImportRequest& request);

  Result<std::vector<Entry>> page(const List& list, const Id& after, std::size_t limit);

 private:
  Result<> put(std::vector<Entry>& entries, const ImportRequest& request, ImportReport& report);

  Parts parts_;
  std::mutex import_;
};

}  // namespace bas::flow
