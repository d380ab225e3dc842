#include "flow/passages.h"

#include <utility>

#include "base/log.h"
#include "model/plate.h"

namespace bas::flow {

namespace {

constexpr std::size_t kPicturesMax = 16;

// The later message of a passage speaks better of it if it is the final one, or surer.
bool is_better(const ReadFacts& candidate, const ReadFacts& known) {
  if (candidate.plate_raw.empty()) return false;
  if (candidate.is_final != known.is_final) return candidate.is_final;
  return known.plate_raw.empty() || candidate.confidence.value_or(0) > known.confidence.value_or(0);
}

// The better text wins, the moment of the first sight stays, pictures add up.
void improve(Passage& passage, Arrival& arrival) {
  Read& read = passage.read;
  if (is_better(arrival.facts, read.facts)) {
    const UtcTime first_seen = read.facts.captured_at;
    const bool was_late = read.facts.is_late;
    read.facts = arrival.facts;
    read.facts.captured_at = first_seen;
    read.facts.is_late = was_late || arrival.facts.is_late;
    read.plate = canonical_plate(read.facts.plate_raw);
  }
  for (Picture& picture : arrival.pictures) {
    if (read.pictures.size() + passage.pictures.size() >= kPicturesMax) break;
    passage.pictures.push_back(std::move(picture));
  }
}

}  // namespace

Result<Outcome> Passages::take(Arrival& arrival, const AskedNames& asked,
                               std::span<const std::optional<Id>> stored) {
  std::size_t next = 0;
  for (const ReadKey& name : asked.message) {
    const auto known = known_as(name, stored[next++]);
    if (known && parts_.names.is_repeat(arrival.facts, known->time())) {
      return Outcome{ReadFate::kRepeated, *known};
    }
  }
  Passage* passage = nullptr;
  for (const ReadKey& name : asked.passage) {
    const auto known = known_as(name, stored[next++]);
    if (passage || !known || !MessageNames::is_same_passage(arrival.facts, known->time())) continue;
    passage = TRY(passage_of(*known));
  }
  const ReadFate fate = passage ? ReadFate::kImproved : ReadFate::kStored;
  if (!passage) passage = &begin(arrival);
  improve(*passage, arrival);
  const Day day = brussels_day(passage->read.id.time());
  const auto names = TRY(parts_.names.kept(day, arrival.camera.id, arrival.facts));
  for (const std::string& name : names) {
    by_name_[name] = passage->read.id;
    passage->names.push_back(name);
  }
  return Outcome{fate, passage->read.id};
}

// What came in this batch is newer than what is stored.
std::optional<Id> Passages::known_as(const ReadKey& name, const std::optional<Id>& stored) const {
  const auto own = by_name_.find(name.name);
  return own == by_name_.end() ? stored : own->second;
}

// Nothing when the stored read cannot be read any more: then the passage is kept as a new read.
Result<Passage*> Passages::passage_of(const Id& id) {
  if (const auto own = by_id_.find(id); own != by_id_.end()) return own->second;
  const auto sealed = TRY(parts_.reads.fetch(id));
  auto read = sealed ? parts_.sealer.open(*sealed)
                     : fail(ErrorCode::kCorrupt, "a passage names a read that is not there");
  if (!read) {
    log(LogLevel::kError, "flow", "a better view found its read damaged; it is kept as a new read",
        {{"reason", read.error().text}});
    return nullptr;
  }
  Passage& passage = passages_.emplace_back();
  passage.is_new = false;
  passage.read = std::move(*read);
  passage.replaced_token = sealed->token;
  return by_id_[id] = &passage;
}

// A read without text or pictures yet: the message that begins it is its first view.
Passage& Passages::begin(Arrival& arrival) {
  Passage& passage = passages_.emplace_back();
  Read& read = passage.read;
  read.id = make_id(arrival.facts.captured_at, parts_.random);
  read.camera = arrival.camera.id;
  read.site = arrival.camera.site;
  read.zone = arrival.camera.zone;
  read.source = arrival.camera.source;
  read.received_at = arrival.received_at;
  read.facts = arrival.facts;
  read.plate = canonical_plate(read.facts.plate_raw);
  by_id_[read.id] = &passage;
  return passage;
}

}  // namespace bas::flow
