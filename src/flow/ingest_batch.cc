#include "flow/ingest_batch.h"

#include <map>
#include <utility>

namespace bas::flow {

void IngestBatch::admit(std::vector<Arrival>& arrivals) {
  items_.reserve(arrivals.size());
  for (Arrival& arrival : arrivals) {
    const auto age = arrival.received_at - arrival.facts.captured_at;
    arrival.facts.is_late = arrival.facts.is_late || age > late_after_;
    items_.emplace_back().arrival = &arrival;
  }
}

Result<> IngestBatch::deduplicate() {
  std::vector<ReadKey> keys;
  for (Item& item : items_) {
    auto asked = parts_.names.asked(item.arrival->camera.id, item.arrival->facts);
    if (!asked) {
      item.outcome = {ReadFate::kRefused, {}, asked.error()};
      continue;
    }
    item.asked = std::move(*asked);
    keys.insert(keys.end(), item.asked.message.begin(), item.asked.message.end());
    keys.insert(keys.end(), item.asked.passage.begin(), item.asked.passage.end());
  }
  const auto stored = TRY(parts_.reads.find(keys));
  std::size_t next = 0;
  for (Item& item : items_) {
    if (item.outcome.refusal) continue;
    const std::size_t count = item.asked.message.size() + item.asked.passage.size();
    const auto own = std::span(stored).subspan(next, count);
    item.outcome = TRY(passages_.take(*item.arrival, item.asked, own));
    next += count;
  }
  return {};
}

void IngestBatch::match(const HitMaker& hits) {
  for (Passage& passage : passages_.all()) passage.matches = hits.matches(passage.read);
}

Result<> IngestBatch::seal() {
  TRY(store_pictures());
  for (Passage& passage : passages_.all()) {
    SealedRead sealed = TRY(parts_.sealer.seal(passage.read));
    sealed.names = std::move(passage.names);
    sealed.replaced_token = std::move(passage.replaced_token);
    sealed.is_untold = !passage.matches.empty();
    sealed_.push_back(std::move(sealed));
    if (passage.matches.empty()) continue;
    const auto occasion = passage.is_new ? Occasion::kFirst : Occasion::kAgain;
    matched_.push_back({&passage.read, std::move(passage.matches), occasion});
  }
  return {};
}

// One append, so one sync, for each day that has pictures.
Result<> IngestBatch::store_pictures() {
  struct Waiting {
    std::vector<std::string> blobs;
    std::vector<StoredPicture*> places;
  };
  std::map<Day, Waiting> days;
  for (Passage& passage : passages_.all()) {
    Read& read = passage.read;
    const std::size_t known = read.pictures.size();
    read.pictures.resize(known + passage.pictures.size());
    Waiting& waiting = days[brussels_day(read.facts.captured_at)];
    for (std::size_t i = 0; i < passage.pictures.size(); ++i) {
      const Picture& picture = passage.pictures[i];
      StoredPicture& place = read.pictures[known + i];
      place.role = picture.role;
      place.bytes = static_cast<std::uint32_t>(picture.bytes.size());
      waiting.blobs.push_back(TRY(parts_.sealer.seal_picture(read, picture)));
      waiting.places.push_back(&place);
    }
  }
  for (auto& [day, waiting] : days) {
    if (waiting.blobs.empty()) continue;
    const auto refs = TRY(parts_.blobs.append(day, waiting.blobs));
    for (std::size_t i = 0; i < refs.size(); ++i) waiting.places[i]->blob = refs[i];
  }
  return {};
}

std::vector<Outcome> IngestBatch::outcomes() const {
  std::vector<Outcome> outcomes;
  outcomes.reserve(items_.size());
  for (const Item& item : items_) outcomes.push_back(item.outcome);
  return outcomes;
}

void IngestBatch::note(Activity& activity) const {
  for (const Item& item : items_) {
    if (item.outcome.refusal) continue;
    activity.note({.camera = item.arrival->camera.id,
                   .received_at = item.arrival->received_at,
                   .is_repeat = item.outcome.fate != ReadFate::kStored,
                   .is_late = item.arrival->facts.is_late});
  }
}

}  // namespace bas::flow
