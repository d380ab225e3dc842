#include "match/entry_index.h"

#include <absl/container/flat_hash_map.h>
#include <absl/container/flat_hash_set.h>
#include <absl/hash/hash.h>

#include <algorithm>
#include <deque>
#include <limits>

#include "base/check.h"
#include "match/explain.h"
#include "match/slot_table.h"

namespace bas::match {

namespace {

constexpr std::int64_t kAlways = std::numeric_limits<std::int64_t>::min();
constexpr std::int64_t kForever = std::numeric_limits<std::int64_t>::max();

std::int64_t ms_or(const std::optional<UtcTime>& time, std::int64_t none) {
  return time ? time->time_since_epoch().count() : none;
}

std::optional<UtcTime> time_unless(std::int64_t ms, std::int64_t none) {
  if (ms == none) return std::nullopt;
  return UtcTime{std::chrono::milliseconds{ms}};
}

// Gives every distinct value a small number, for good.
template <typename Value>
struct Numbering {
  std::vector<Value> values;
  absl::flat_hash_map<Value, std::uint32_t> numbers;

  std::uint32_t number_of(const Value& value) {
    const auto [found, is_new] =
        numbers.try_emplace(value, static_cast<std::uint32_t>(values.size()));
    if (is_new) values.push_back(value);
    return found->second;
  }
};

// Hash and equality of entry ids for a set that keeps only where each entry lies.
struct IdOfRef {
  using is_transparent = void;
  const std::deque<PlateShard>* shards;
  std::uint64_t seed;

  const Id& id(std::uint32_t packed) const {
    const SlotRef ref{packed};
    return (*shards)[ref.shard()].at(ref.place()).entry;
  }
  std::size_t operator()(std::uint32_t packed) const { return (*this)(id(packed)); }
  std::size_t operator()(const Id& id) const { return absl::HashOf(seed, id.view()); }
};
struct SameId : IdOfRef {
  bool operator()(std::uint32_t a, std::uint32_t b) const { return a == b; }
  bool operator()(std::uint32_t packed, const Id& wanted) const { return id(packed) == wanted; }
  bool operator()(const Id& wanted, std::uint32_t packed) const { return id(packed) == wanted; }
};
using RefsById = absl::flat_hash_set<std::uint32_t, IdOfRef, SameId>;

}  // namespace

struct EntryIndex::Tables {
  std::uint64_t seed;
  std::deque<PlateShard> shards;
  std::vector<RefsById> by_id;
  Numbering<Id> lists;
  std::vector<bool> is_suspended;  // by number of the list
  Numbering<std::string> countries;
  std::size_t size = 0;

  explicit Tables(std::uint64_t seed_of_index) : seed(seed_of_index) {
    for (std::uint32_t i = 0; i < kShards; ++i) shards.emplace_back(seed);
    const IdOfRef by{&shards, seed};
    by_id.assign(kShards, RefsById(0, by, SameId{by}));
    countries.number_of("");
  }

  // The upper bits choose the shard; inside it the tables use the lower ones.
  std::uint32_t shard_of(std::string_view key) const {
    return static_cast<std::uint32_t>(std::uint64_t{absl::HashOf(seed, key)} >> (32 + kPlaceBits));
  }
  std::uint32_t list_number(const Id& list) {
    const std::uint32_t number = lists.number_of(list);
    if (number == is_suspended.size()) is_suspended.push_back(false);
    return number;
  }
  Slot pack(const IndexedEntry& entry);
  IndexedEntry unpack(const Slot& slot) const;
  bool applies(const Slot& slot, const Plate& read, UtcTime captured_at) const;
};

EntryIndex::EntryIndex(std::uint64_t seed) : tables_(std::make_unique<Tables>(seed)) {}
EntryIndex::~EntryIndex() = default;
EntryIndex::EntryIndex(EntryIndex&&) noexcept = default;
EntryIndex& EntryIndex::operator=(EntryIndex&&) noexcept = default;

std::vector<Match> EntryIndex::find(const Plate& read, UtcTime captured_at) const {
  std::vector<Match> matches;
  if (read.text.empty()) return matches;
  const PlateShard& shard = tables_->shards[tables_->shard_of(read.text)];
  for (std::uint32_t at = shard.head(read.text); at != kNowhere; at = shard.at(at).next) {
    const Slot& slot = shard.at(at);
    if (!tables_->applies(slot, read, captured_at)) continue;
    IndexedEntry entry = tables_->unpack(slot);
    std::string explanation = explain_exact(read.country, entry.country);
    matches.push_back({std::move(entry), 1.0, std::move(explanation)});
  }
  std::sort(matches.begin(), matches.end(), [](const Match& a, const Match& b) {
    if (a.entry.priority != b.entry.priority) return a.entry.priority < b.entry.priority;
    return a.entry.entry < b.entry.entry;
  });
  return matches;
}

void EntryIndex::put(std::string_view canonical_plate, const IndexedEntry& entry) {
  remove(entry.entry);
  const std::uint32_t shard = tables_->shard_of(canonical_plate);
  const std::uint32_t place = tables_->shards[shard].add(canonical_plate, tables_->pack(entry));
  const SlotRef ref{shard << kPlaceBits | place};
  tables_->by_id[tables_->shard_of(entry.entry.view())].insert(ref.packed);
  ++tables_->size;
}

bool EntryIndex::remove(const Id& entry) {
  RefsById& refs = tables_->by_id[tables_->shard_of(entry.view())];
  const auto found = refs.find(entry);
  if (found == refs.end()) return false;
  const SlotRef ref{*found};
  refs.erase(found);
  tables_->shards[ref.shard()].remove(ref.place());
  --tables_->size;
  return true;
}

void EntryIndex::suspend_list(const Id& list) {
  tables_->is_suspended[tables_->list_number(list)] = true;
}

void EntryIndex::resume_list(const Id& list) {
  tables_->is_suspended[tables_->list_number(list)] = false;
}

std::size_t EntryIndex::size() const { return tables_->size; }

std::size_t EntryIndex::approximate_bytes() const {
  std::size_t bytes = sizeof(Tables);
  for (const PlateShard& shard : tables_->shards) bytes += shard.approximate_bytes();
  for (const RefsById& refs : tables_->by_id) {
    bytes += sizeof refs + refs.capacity() * (sizeof(std::uint32_t) + 1);
  }
  return bytes;
}

Slot EntryIndex::Tables::pack(const IndexedEntry& entry) {
  check(entry.priority >= 0 && entry.priority <= std::numeric_limits<std::int16_t>::max());
  Slot slot;
  slot.entry = entry.entry;
  slot.valid_from_ms = ms_or(entry.valid_from, kAlways);
  slot.valid_until_ms = ms_or(entry.valid_until, kForever);
  slot.list = list_number(entry.list);
  slot.country = countries.number_of(entry.country);
  slot.priority = static_cast<std::int16_t>(entry.priority);
  return slot;
}

IndexedEntry EntryIndex::Tables::unpack(const Slot& slot) const {
  return {slot.entry,
          lists.values[slot.list],
          countries.values[slot.country],
          slot.priority,
          time_unless(slot.valid_from_ms, kAlways),
          time_unless(slot.valid_until_ms, kForever)};
}

bool EntryIndex::Tables::applies(const Slot& slot, const Plate& read, UtcTime captured_at) const {
  const std::int64_t at = captured_at.time_since_epoch().count();
  if (at < slot.valid_from_ms || at >= slot.valid_until_ms) return false;
  if (is_suspended[slot.list]) return false;
  const std::string& country = countries.values[slot.country];
  return country.empty() || read.country.empty() || country == read.country;
}

}  // namespace bas::match
