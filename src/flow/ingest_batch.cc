#include "flow/ingest_batch.h"

#include <algorithm>
#include <map>
#include <utility>

#include "model/plate.h"

namespace bas::flow {

namespace {

constexpr std::size_t kPicturesMax = 16;
// Device counters of passages start again; a passage key older than this names another vehicle.
constexpr std::chrono::minutes kPassageLife{2};

std::chrono::milliseconds distance(UtcTime a, UtcTime b) { return a > b ? a - b : b - a; }

// The later message of a passage speaks better of it if it is the final one, or surer.
bool is_better(const ReadFacts& candidate, const ReadFacts& known) {
  if (candidate.plate_raw.empty()) return false;
  if (candidate.is_final != known.is_final) return candidate.is_final;
  return known.plate_raw.empty() || candidate.confidence.value_or(0) > known.confidence.value_or(0);
}

}  // namespace

void IngestBatch::admit(std::vector<Arrival>& arrivals) {
  items_.reserve(arrivals.size());
  for (Arrival& arrival : arrivals) {
    const auto age = arrival.received_at - arrival.facts.captured_at;
    arrival.facts.is_late = arrival.facts.is_late || age > settings_.late_after;
    Item item;
    item.arrival = &arrival;
    item.merged_into = items_.size();
    items_.push_back(std::move(item));
  }
}

Result<> IngestBatch::deduplicate() {
  std::vector<ReadKey> keys;
  for (Item& item : items_) {
    if (auto named = name(item); !named) {
      item.fate = ReadFate::kRefused;
      item.refusal = named.error();
      continue;
    }
    for (const std::string& digest : item.message_names) keys.push_back({item.digests.day, digest});
    keys.push_back({item.digests.day, item.digests.passage});
  }
  const auto found = TRY(parts_.reads.find(keys));
  std::size_t next = 0;
  for (std::size_t i = 0; i < items_.size(); ++i) {
    if (items_[i].refusal) continue;
    const std::size_t count = items_[i].message_names.size() + 1;
    TRY(resolve(i, std::span(found).subspan(next, count)));
    next += count;
  }
  return {};
}

Result<> IngestBatch::name(Item& item) {
  const Arrival& arrival = *item.arrival;
  const auto digests_at = [&](int slice) {
    return parts_.sealer.digests(arrival.camera.id, arrival.facts,
                                 {settings_.repeat_window.count(), slice});
  };
  item.digests = TRY(digests_at(0));
  item.message_names = {item.digests.message};
  if (!arrival.facts.event_id.empty()) return {};
  for (const int slice : {-1, 1}) {
    item.message_names.push_back(TRY(digests_at(slice)).message);
  }
  return {};
}

// Decides what becomes of one arrival. `found`: what is stored under its names and its passage.
Result<> IngestBatch::resolve(std::size_t index, std::span<const std::optional<Id>> found) {
  Item& item = items_[index];
  if (is_repeat_in_batch(item)) return {};
  for (const auto& stored : found.first(item.message_names.size())) {
    if (!stored || !is_within_window(item, stored->time())) continue;
    item.fate = ReadFate::kRepeated;
    item.read.id = *stored;
    return {};
  }
  seen_[item.digests.message] = index;
  if (const auto passage = seen_.find(item.digests.passage);
      passage != seen_.end() && passage->second != index) {
    item.merged_into = items_[passage->second].merged_into;
    item.fate = ReadFate::kImproved;
    take_over(items_[item.merged_into], item.arrival->facts, std::move(item.arrival->pictures));
    return {};
  }
  seen_[item.digests.passage] = index;
  const auto& kept = found.back();
  const UtcTime captured_at = item.arrival->facts.captured_at;
  if (kept && distance(kept->time(), captured_at) <= kPassageLife) return improve(item, *kept);
  item.read = read_of(*item.arrival);
  item.pictures = std::move(item.arrival->pictures);
  return {};
}

bool IngestBatch::is_repeat_in_batch(Item& item) {
  for (const std::string& digest : item.message_names) {
    const auto earlier = seen_.find(digest);
    if (earlier == seen_.end()) continue;
    const Item& other = items_[earlier->second];
    if (!is_within_window(item, other.arrival->facts.captured_at)) continue;
    item.fate = ReadFate::kRepeated;
    item.merged_into = other.merged_into;
    return true;
  }
  return false;
}

// An event's name alone decides; a slice reaches further than the window, so there time does.
bool IngestBatch::is_within_window(const Item& item, UtcTime other) const {
  const ReadFacts& facts = item.arrival->facts;
  return !facts.event_id.empty() || distance(other, facts.captured_at) <= settings_.repeat_window;
}

Result<> IngestBatch::improve(Item& item, const Id& stored) {
  const auto sealed = TRY(parts_.reads.fetch(stored));
  if (!sealed) return fail(ErrorCode::kCorrupt, "a passage names a read that is not there");
  item.read = TRY(parts_.sealer.open(*sealed));
  item.fate = ReadFate::kImproved;
  item.replaced_token = sealed->token;
  take_over(item, item.arrival->facts, std::move(item.arrival->pictures));
  return {};
}

// The better text wins, the moment of the first sight stays, pictures add up.
void IngestBatch::take_over(Item& item, const ReadFacts& facts, std::vector<Picture> pictures) {
  Read& read = item.read;
  if (is_better(facts, read.facts)) {
    const UtcTime first_seen = read.facts.captured_at;
    const bool was_late = read.facts.is_late;
    read.facts = facts;
    read.facts.captured_at = first_seen;
    read.facts.is_late = was_late || facts.is_late;
    read.plate = canonical_plate(facts.plate_raw);
  }
  for (Picture& picture : pictures) {
    if (read.pictures.size() + item.pictures.size() >= kPicturesMax) break;
    item.pictures.push_back(std::move(picture));
  }
}

Read IngestBatch::read_of(const Arrival& arrival) {
  Read read;
  read.id = make_id(arrival.facts.captured_at, parts_.random);
  read.camera = arrival.camera.id;
  read.site = arrival.camera.site;
  read.zone = arrival.camera.zone;
  read.received_at = arrival.received_at;
  read.plate = canonical_plate(arrival.facts.plate_raw);
  read.facts = arrival.facts;
  return read;
}

void IngestBatch::match(const HitMaker& hits) {
  for (Item& item : items_) {
    if (item.read.camera.is_zero()) continue;  // a repeat: matched when it came first
    item.matches = hits.matches(item.read);
  }
}

Result<> IngestBatch::seal() {
  TRY(store_pictures());
  for (Item& item : items_) {
    if (item.read.camera.is_zero()) continue;
    SealedRead sealed = TRY(parts_.sealer.seal(item.read, item.digests));
    sealed.replaced_token = std::move(item.replaced_token);
    sealed.is_untold = !item.matches.empty();
    sealed_.push_back(std::move(sealed));
    if (item.matches.empty()) continue;
    const auto occasion = item.fate == ReadFate::kStored ? Occasion::kFirst : Occasion::kAgain;
    matched_.push_back({&item.read, std::move(item.matches), occasion});
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
  for (Item& item : items_) {
    const std::size_t known = item.read.pictures.size();
    item.read.pictures.resize(known + item.pictures.size());
    Waiting& waiting = days[item.digests.day];
    for (std::size_t i = 0; i < item.pictures.size(); ++i) {
      const Picture& picture = item.pictures[i];
      StoredPicture& place = item.read.pictures[known + i];
      place.role = picture.role;
      place.bytes = static_cast<std::uint32_t>(picture.bytes.size());
      waiting.blobs.push_back(TRY(parts_.sealer.seal_picture(item.read, picture)));
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
  for (const Item& item : items_) {
    const Item& carrier = items_[item.merged_into];
    outcomes.push_back({item.fate, carrier.read.id, item.refusal});
  }
  return outcomes;
}

void IngestBatch::note(Activity& activity) const {
  for (const Item& item : items_) {
    if (item.refusal) continue;
    activity.note({.camera = item.arrival->camera.id,
                   .received_at = item.arrival->received_at,
                   .is_repeat = item.fate != ReadFate::kStored,
                   .is_late = item.arrival->facts.is_late});
  }
}

}  // namespace bas::flow
