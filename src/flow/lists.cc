#include "flow/lists.h"

#include <absl/container/flat_hash_set.h>
#include <fmt/format.h>

#include "profiles/csv.h"
#include "profiles/entry_columns.h"

namespace bas::flow {

namespace {

constexpr std::size_t kEntriesAtOnce = 1'000;

void reject(ImportReport& report, std::size_t line, std::string error) {
  ++report.rejected;
  if (report.rejected_lines.size() < kRejectedLinesMax) {
    report.rejected_lines.push_back({line, std::move(error)});
  }
}

}  // namespace

Result<List> Lists::add(NewList wanted) {
  List list;
  list.id = make_id(parts_.clock.now(), parts_.random);
  list.owner_zone = wanted.owner_zone;
  list.name = std::move(wanted.name);
  list.title = std::move(wanted.title);
  list.category = std::move(wanted.category);
  list.priority = wanted.priority;
  list.created_at = parts_.clock.now();
  if (list.title.empty()) list.title = list.name;
  if (list.category.empty()) list.category = list.name;
  TRY(parts_.store.add_list(list));
  return list;
}

Result<std::vector<ListSummary>> Lists::all() {
  std::vector<ListSummary> summaries;
  for (List& list : TRY(parts_.store.lists())) {
    const std::size_t entries = TRY(parts_.store.count_entries(list.id));
    summaries.push_back({std::move(list), entries});
  }
  return summaries;
}

Result<List> Lists::named(std::string_view name) {
  for (List& list : TRY(parts_.store.lists())) {
    if (list.name == name) return list;
  }
  return fail(ErrorCode::kNotFound, fmt::format("there is no list named {}", name));
}

Result<List> Lists::with_id(const Id& id) {
  for (List& list : TRY(parts_.store.lists())) {
    if (list.id == id) return list;
  }
  return fail(ErrorCode::kNotFound, "there is no such list");
}

Result<ImportReport> Lists::import(const List& list, const ImportRequest& request) {
  const std::unique_lock only_one(import_, std::try_to_lock);
  if (!only_one) return fail(ErrorCode::kConflict, "another import is running: wait for its end");
  profiles::CsvReader reader(request.csv);
  const auto header = TRY(reader.next());
  if (!header) return fail(ErrorCode::kBadInput, "the file is empty: a header line is needed");
  const auto columns = TRY(profiles::EntryColumns::find(*header, request.mapping));
  ImportReport report;
  std::vector<Entry> waiting;
  while (true) {
    auto row = reader.next();
    if (row && !*row) break;
    ++report.lines;
    auto entry = row ? columns.entry(**row, list) : tl::make_unexpected(row.error());
    if (!entry) {
      reject(report, reader.line(), entry.error().text);
      continue;
    }
    entry->id = make_id(parts_.clock.now(), parts_.random);
    waiting.push_back(std::move(*entry));
    if (waiting.size() == kEntriesAtOnce) TRY(put(waiting, request, report));
  }
  TRY(put(waiting, request, report));
  return report;
}

// A plate that stands twice in one portion would be two changes of one row: the later line counts.
Result<> Lists::put(std::vector<Entry>& entries, const ImportRequest& request,
                    ImportReport& report) {
  absl::flat_hash_set<std::string> seen;
  std::vector<Entry> latest;
  for (std::size_t i = entries.size(); i-- > 0;) {
    const Plate& plate = entries[i].plate;
    if (seen.insert(plate.text + '/' + plate.country).second) {
      latest.push_back(std::move(entries[i]));
    } else {
      ++report.unchanged;
    }
  }
  entries.clear();
  for (const PutEntry& outcome : TRY(parts_.entries.put(latest, request.mode))) {
    switch (outcome.change) {
      case EntryChange::kAdded: ++report.added; break;
      case EntryChange::kChanged: ++report.changed; break;
      case EntryChange::kUnchanged: ++report.unchanged; break;
    }
  }
  return {};
}

Result<std::vector<Entry>> Lists::page(const List& list, const Id& after, std::size_t limit) {
  return parts_.entries.page(list.id, after, limit);
}

}  // namespace bas::flow
