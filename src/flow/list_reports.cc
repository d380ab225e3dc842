#include "flow/list_reports.h"

#include <algorithm>

namespace bas::flow {

Result<std::vector<ListStatus>> ListReports::all() {
  const auto noise_of_all = TRY(noise());
  std::vector<ListStatus> statuses;
  for (List& list : TRY(parts_.lists.lists())) {
    statuses.push_back(TRY(status(std::move(list), noise_of_all)));
  }
  return statuses;
}

Result<ListStatus> ListReports::of(const List& list) { return status(list, TRY(noise())); }

Result<std::vector<ListNoise>> ListReports::noise() {
  return parts_.hits.noise(parts_.clock.now() - std::chrono::days(kNoiseDays));
}

Result<ListStatus> ListReports::status(List list, const std::vector<ListNoise>& noise) {
  ListStatus status;
  status.entries = TRY(parts_.lists.count_entries(list.id));
  status.fetch = TRY(parts_.revisions.fetch_state(list.id));
  const auto own = std::ranges::find(noise, list.id, &ListNoise::list);
  if (own != noise.end()) status.noise = *own;
  auto latest = TRY(parts_.revisions.revisions(list.id, 0, 1));
  if (!latest.empty()) status.last_revision = std::move(latest.front());
  status.list = std::move(list);
  return status;
}

Result<std::vector<WrittenEntry>> ListReports::written_in(const RevisionName& name,
                                                          const EntryPage& page) {
  std::vector<WrittenEntry> written;
  for (const SealedEntry& sealed : TRY(parts_.lists.written_in(name.list, name.number, page))) {
    written.push_back({TRY(parts_.sealer.open(sealed)), sealed.added_in == name.number});
  }
  return written;
}

Result<std::vector<EndedEntry>> ListReports::ended_in(const RevisionName& name,
                                                      const EntryPage& page) {
  std::vector<EndedEntry> ended;
  for (const PastEntry& past : TRY(parts_.lists.past_of_revision(name.list, name.number, page))) {
    ended.push_back({TRY(parts_.sealer.open(past.entry)), past.how});
  }
  return ended;
}

}  // namespace bas::flow
