// Finding and putting entries in memory, one core. Reports ns a read, bytes an entry, and the worst
// single put while an index grows from nothing (it must not pause: reads wait for it). Run tiny:
// --benchmark_min_time=0.01 --benchmark_filter=100000
#include <benchmark/benchmark.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <memory>

#include "base/check.h"
#include "base/random.h"
#include "match/entry_index.h"
#include "plate_world.h"

namespace {

using bas::match::EntryIndex;
using bas::match::IndexedEntry;

std::string plate_of(std::uint64_t number) {
  std::string plate = "1";
  for (int letter = 0; letter < 3; ++letter, number /= 26) {
    plate += static_cast<char>('A' + number % 26);
  }
  return plate += std::to_string(number % 1000 + 1000).substr(1);
}

IndexedEntry entry_of(std::uint64_t number, bas::Random& random) {
  IndexedEntry entry;
  entry.entry = bas::make_id(bas::UtcTime{std::chrono::milliseconds{number}}, random);
  entry.list.bytes[0] = 1;
  entry.country = "BE";
  entry.priority = 3;
  return entry;
}

// Of a list that is matched exactly, or with all that may be a misread of it.
std::unique_ptr<EntryIndex> make_filled(std::uint64_t entries, bas::InexactUse inexact) {
  auto index = std::make_unique<EntryIndex>(1);
  bas::SeededRandom random(1);
  index->set_rule(entry_of(0, random).list, {.inexact = inexact});
  for (std::uint64_t i = 0; i < entries; ++i) {
    bas::check(index->put(plate_of(i * 17), entry_of(i, random)).has_value());
  }
  return index;
}

// Kept for the next rows that ask for the same one.
const EntryIndex& filled(std::uint64_t entries, bas::InexactUse inexact) {
  static std::unique_ptr<EntryIndex> kept;
  static std::pair<std::uint64_t, bas::InexactUse> kept_as;
  if (kept == nullptr || kept_as != std::pair(entries, inexact)) {
    kept.reset();
    kept = make_filled(entries, inexact);
    kept_as = {entries, inexact};
  }
  return *kept;
}

std::uint64_t number_of(std::uint64_t i, std::uint64_t entries) {
  return (i * 2654435761U) % entries * 17;
}

void report(benchmark::State& state, const EntryIndex& index, std::size_t found) {
  state.SetItemsProcessed(state.iterations());
  state.counters["matches"] = static_cast<double>(found) / static_cast<double>(state.iterations());
  state.counters["bytes_per_entry"] =
      static_cast<double>(index.approximate_bytes()) / static_cast<double>(index.size());
}

struct Asking {
  bas::InexactUse inexact = bas::InexactUse::kNothing;
  std::string_view ending;  // what makes the plates asked for others than those listed
};

void find_in(benchmark::State& state, Asking asking) {
  const auto entries = static_cast<std::uint64_t>(state.range(0));
  const EntryIndex& index = filled(entries, asking.inexact);
  std::vector<bas::match::Sighting> reads;
  for (std::uint64_t i = 0; i < 200'000; ++i) {
    reads.emplace_back().plate = {plate_of(number_of(i, entries)).append(asking.ending), "BE"};
  }
  std::size_t next = 0;
  std::size_t found = 0;
  for (auto _ : state) {
    found += index.find(reads[next++ % reads.size()]).size();
  }
  report(state, index, found);
}

// Batches of 2,048 listed plates; times and items are of one plate.
void find_batches(benchmark::State& state) {
  constexpr std::size_t kBatch = 2048;
  const auto entries = static_cast<std::uint64_t>(state.range(0));
  const EntryIndex& index = filled(entries, bas::InexactUse::kNothing);
  std::vector<bas::match::AskedPlate> asked;
  for (std::uint64_t i = 0; i < 500 * kBatch; ++i) {
    asked.push_back({bas::plates::PackedPlate::of(plate_of(number_of(i, entries))).value(),
                     index.country_number("BE")});
  }
  std::vector<bas::match::ListedPlate> listed;
  std::size_t next = 0;
  std::size_t found = 0;
  while (state.KeepRunningBatch(kBatch)) {
    listed.clear();
    index.find_exact(std::span(asked).subspan(next++ % 500 * kBatch, kBatch), {}, listed);
    found += listed.size();
  }
  report(state, index, found);
}

void sizes(benchmark::internal::Benchmark* benchmark) {
  for (const int entries : {100'000, 1'000'000, 10'000'000}) benchmark->Arg(entries);
}
BENCHMARK_CAPTURE(find_in, nothing, Asking{.ending = "Z"})->Apply(sizes);
BENCHMARK_CAPTURE(find_in, listed, Asking{})->Apply(sizes);
BENCHMARK(find_batches)->Apply(sizes);
// Half a glyph away: nothing is known to be real, so that every candidate is weighed in full.
BENCHMARK_CAPTURE(find_in, look_alike, Asking{bas::InexactUse::kReview, "Z"})->Apply(sizes);

// Reads as cameras write them in four countries: half of them of listed vehicles, 4 % misread, in
// batches of 64 with the product's threshold. Times and items are of one read.
void find_scored(benchmark::State& state) {
  using bas::plates::PackedPlate;
  constexpr std::size_t kBatch = 64;
  constexpr std::array<std::string_view, 4> kCountries = {"BE", "NL", "FR", "DE"};
  const auto knowledge = bas::match::Knowledge::standard();
  std::vector<bas::bench::CountryPlates> countries;
  for (const auto code : kCountries) countries.emplace_back(knowledge->grammars, code);
  bas::SeededRandom random(11);
  EntryIndex index(1, knowledge);
  index.set_rule(entry_of(0, random).list, {.inexact = bas::InexactUse::kReview});
  std::vector<std::pair<std::size_t, PackedPlate>> listed;
  while (listed.size() < static_cast<std::size_t>(state.range(0))) {
    const std::size_t country = random.next() % countries.size();
    listed.emplace_back(country, countries[country].draw(random));
    IndexedEntry entry = entry_of(listed.size(), random);
    entry.country = kCountries[country];
    bas::check(index.put(listed.back().second.text(), entry).has_value());
  }
  const bas::bench::Camera camera(knowledge->misreads.tables());
  std::vector<bas::match::AskedRead> asked;
  while (asked.size() < 2000 * kBatch) {
    std::pair truth = listed[random.next() % listed.size()];
    if (random.next() % 2 == 0) truth.second = countries[truth.first].draw(random);
    const std::string_view code = kCountries[truth.first];
    const PackedPlate seen = camera.read(truth.second, random);
    if (seen.length() > 0) asked.push_back({seen, index.country_number(code), code});
  }
  std::vector<bas::match::ScoredPlate> scored;
  std::size_t next = 0;
  std::size_t found = 0;
  while (state.KeepRunningBatch(kBatch)) {
    scored.clear();
    index.find_scored(std::span(asked).subspan(next++ % 2000 * kBatch, kBatch), {}, scored);
    found += scored.size();
  }
  report(state, index, found);
}
BENCHMARK(find_scored)->Apply(sizes);

// One iteration fills an index; the worst put is the longest pause a reader can meet.
void put_from_nothing(benchmark::State& state) {
  const auto entries = static_cast<std::uint64_t>(state.range(0));
  std::vector<std::int64_t> slowest;
  for (auto _ : state) {
    EntryIndex index(1);
    bas::SeededRandom random(1);
    slowest.clear();
    for (std::uint64_t i = 0; i < entries; ++i) {
      const std::string plate = plate_of(i * 17);
      const IndexedEntry entry = entry_of(i, random);
      const auto start = std::chrono::steady_clock::now();
      bas::check(index.put(plate, entry).has_value());
      slowest.push_back((std::chrono::steady_clock::now() - start).count());
    }
    benchmark::DoNotOptimize(index.size());
  }
  std::sort(slowest.begin(), slowest.end());
  state.SetItemsProcessed(state.iterations() * state.range(0));
  state.counters["worst_put_us"] = static_cast<double>(slowest.back()) / 1000;
  state.counters["p9999_put_us"] =
      static_cast<double>(slowest[slowest.size() - 1 - slowest.size() / 10'000]) / 1000;
}
BENCHMARK(put_from_nothing)
    ->Arg(100'000)
    ->Arg(1'000'000)
    ->Arg(10'000'000)
    ->Unit(benchmark::kMillisecond);

}  // namespace
