#include "flow/previews.h"

namespace bas::flow {

namespace {

// Of the reads on the roads of the province, by the country of the plate: orders of magnitude.
const std::vector<match::Traffic::Country>& countries() {
  static const std::vector<match::Traffic::Country> kShares = {
      {"BE", 0.86}, {"NL", 0.07}, {"FR", 0.02}, {"DE", 0.02}, {"PL", 0.01}, {"LU", 0.005}};
  return kShares;
}

}  // namespace

Previews::Previews(EntryBook& entries, double reads_per_day) : entries_(entries) {
  traffic_.reads_per_day = reads_per_day;
  traffic_.countries = countries();
}

Result<match::Preview> Previews::entry(const List& list, const Plate& plate) const {
  const auto knowledge = entries_.knowledge();
  const match::Previewer previewer(*knowledge, traffic_);
  return previewer.entry({plate.text, plate.country, list.match});
}

Result<PreviewedList> Previews::list(const List& list) const {
  const auto knowledge = entries_.knowledge();
  const match::Previewer previewer(*knowledge, traffic_);
  const auto entries = TRY(entries_.page(list.id, {{}, kEntriesMax}));
  std::vector<match::PreviewedEntry> asked;
  asked.reserve(entries.size());
  for (const Entry& entry : entries) {
    asked.push_back({entry.plate.text, entry.plate.country, list.match});
  }
  const match::ListPreview found = previewer.list(asked, kEntriesMax);
  PreviewedList preview;
  preview.entries = found.looked_at;
  preview.false_hits_a_day = found.false_hits_a_day;
  for (const auto& noisy : found.worst) {
    const Entry& entry = entries[noisy.entry];
    preview.worst.push_back({entry.id, entry.plate.text, noisy.false_hits_a_day});
  }
  return preview;
}

}  // namespace bas::flow
