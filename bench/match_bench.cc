// Finding and putting entries in memory. Reports ns a read, bytes an entry, and the worst single
// put while an index grows from nothing (it must not pause: reads wait for it).
// Run tiny: --benchmark_min_time=0.01 --benchmark_filter=100000
#include <benchmark/benchmark.h>

#include <algorithm>
#include <chrono>

#include "base/random.h"
#include "match/entry_index.h"

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

EntryIndex filled(std::uint64_t entries) {
  EntryIndex index(1);
  bas::SeededRandom random(1);
  for (std::uint64_t i = 0; i < entries; ++i) index.put(plate_of(i * 17), entry_of(i, random));
  return index;
}

void find_in(benchmark::State& state, std::uint64_t stride) {
  const auto entries = static_cast<std::uint64_t>(state.range(0));
  const EntryIndex index = filled(entries);
  std::vector<bas::match::Sighting> reads;
  for (std::uint64_t i = 0; i < 4096; ++i) {
    const std::uint64_t number = (i * 2654435761U) % entries;
    reads.emplace_back().plate = {plate_of(number * 17) + (stride == 0 ? "" : "Z"), "BE"};
  }
  std::size_t next = 0;
  std::size_t found = 0;
  for (auto _ : state) {
    found += index.find(reads[next++ % reads.size()]).size();
  }
  state.counters["matches"] = static_cast<double>(found) / static_cast<double>(state.iterations());
  state.counters["bytes_per_entry"] =
      static_cast<double>(index.approximate_bytes()) / static_cast<double>(index.size());
}

void find_nothing(benchmark::State& state) { find_in(state, 1); }
void find_listed(benchmark::State& state) { find_in(state, 0); }
BENCHMARK(find_nothing)->Arg(100'000)->Arg(1'000'000)->Arg(10'000'000);
BENCHMARK(find_listed)->Arg(100'000)->Arg(1'000'000)->Arg(10'000'000);

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
      index.put(plate, entry);
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
