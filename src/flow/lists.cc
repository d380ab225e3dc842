#include "flow/lists.h"

#include <absl/container/flat_hash_set.h>
#include <fmt/format.h>

#include "profiles/file_reader.h"

namespace bas::flow {

namespace {

constexpr std::size_t kEntriesAtOnce = 1'000;

// A line without an end is taken: the lists of this server do not say yet how long one may stand.
profiles::ListDefaults defaults_of(const List& list, UtcTime now) {
  profiles::ListDefaults defaults;
  defaults.priority = list.priority;
  defaults.category = list.category;
  defaults.match = list.match;
  defaults.now = now;
  defaults.ends = profiles::Ends::kOptional;
  return defaults;
}

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
  const auto profile = TRY(profiles::Profile::from_mapping(request.mapping));
  auto reader = TRY(profiles::FileReader::open(profile, {request.csv, "", "", {}},
                                               defaults_of(list, parts_.clock.now())));
  ImportReport report;
  std::vector<Entry> waiting;
  while (auto line = reader.next()) {
    ++report.lines;
    if (!*line) {
      reject(report, line->error().line, std::move(line->error().error));
      continue;
    }
    Entry& entry = waiting.emplace_back(std::move((*line)->entry));
    entry.id = make_id(parts_.clock.now(), parts_.random);
    entry.list = list.id;
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
