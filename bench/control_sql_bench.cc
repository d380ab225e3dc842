// The relational store: importing entries in portions, recording hits beside it, reading every
// entry at a start. Each run works on a fresh file under the temporary folder; imports are named
// by entries and entries a portion.
// Run tiny: --benchmark_filter='/10000'
#include <benchmark/benchmark.h>
#include <stdlib.h>

#include <algorithm>
#include <atomic>
#include <filesystem>
#include <thread>

#include "base/check.h"
#include "base/random.h"
#include "control_sql/control_sql.h"

namespace {

using namespace bas;  // a benchmark program, nothing includes it

struct Scratch {
  Scratch() {
    std::string name = (std::filesystem::temp_directory_path() / "bas-bench-XXXXXX").string();
    check(mkdtemp(name.data()) != nullptr);
    folder = name;
    sql = control_sql::ControlSql::open({.file = folder / "control.db"}).value();
    list.id = make_id(SystemClock().now(), random);
    list.name = "register";
    check(sql->lists().add_list(list).has_value());
  }
  ~Scratch() {
    sql.reset();
    std::filesystem::remove_all(folder);
  }

  std::vector<SealedEntry> portion(std::uint64_t first, std::uint64_t count) {
    std::vector<SealedEntry> entries;
    SeededRandom contents(first);  // the same portion twice: the same lines
    for (std::uint64_t i = 0; i < count; ++i) {
      SealedEntry& entry = entries.emplace_back();
      entry.id = make_id(SystemClock().now(), random);
      entry.list = list.id;
      entry.token = contents.bytes(16);
      entry.content_digest = contents.bytes(16);
      entry.sealed = contents.bytes(120);
    }
    return entries;
  }
  void import(std::uint64_t count, std::uint64_t at_once = 1000) {
    for (std::uint64_t first = 0; first < count; first += at_once) {
      check(sql->lists().put_entries(portion(first, at_once), EntryWrite{}).has_value());
    }
  }
  void import(const benchmark::State& state) {
    import(static_cast<std::uint64_t>(state.range(0)), static_cast<std::uint64_t>(state.range(1)));
  }

  std::filesystem::path folder;
  SeededRandom random{1};
  List list;
  std::unique_ptr<control_sql::ControlSql> sql;
};

void sizes(benchmark::internal::Benchmark* benchmark) {
  benchmark->Args({10'000, 1000});
  for (const int at_once : {1000, 4000, 10'000}) benchmark->Args({1'000'000, at_once});
}

void import_fresh(benchmark::State& state) {
  for (auto _ : state) {
    Scratch scratch;
    scratch.import(state);
  }
  state.SetItemsProcessed(state.iterations() * state.range(0));
}
BENCHMARK(import_fresh)->Apply(sizes)->Iterations(1)->UseRealTime();

void import_again(benchmark::State& state) {
  Scratch scratch;
  scratch.import(state);
  for (auto _ : state) scratch.import(state);
  state.SetItemsProcessed(state.iterations() * state.range(0));
}
BENCHMARK(import_again)->Apply(sizes)->Iterations(1)->UseRealTime();

void visit(benchmark::State& state) {
  Scratch scratch;
  scratch.import(static_cast<std::uint64_t>(state.range(0)));
  for (auto _ : state) {
    std::size_t seen = 0;
    check(scratch.sql->lists()
              .visit_entries([&](std::span<const SealedEntry> page) {
                seen += page.size();
                return true;
              })
              .has_value());
    check(seen == static_cast<std::size_t>(state.range(0)));
  }
  state.SetItemsProcessed(state.iterations() * state.range(0));
}
BENCHMARK(visit)->Arg(10'000)->Arg(1'000'000)->Iterations(1)->UseRealTime();

SealedHit hit_of(Random& random) {
  SealedHit hit;
  for (Id* id : {&hit.id, &hit.incident, &hit.read, &hit.entry}) {
    *id = make_id(SystemClock().now(), random);
  }
  hit.sealed = random.bytes(300);
  return hit;
}

// How long one hit takes to record while nothing else (0) or an import (entries) goes on.
void record_hits(benchmark::State& state) {
  Scratch scratch;
  std::atomic<bool> is_over = state.range(0) == 0;
  std::thread importer([&] {
    if (!is_over) scratch.import(state);
    is_over = true;
  });
  SeededRandom random(7);
  std::vector<double> took_ms;
  for (auto _ : state) {
    while (took_ms.size() < 1000 || !is_over) {
      const SealedHit hit = hit_of(random);
      const auto start = std::chrono::steady_clock::now();
      check(scratch.sql->hits().record({&hit, 1}, {}).has_value());
      const std::chrono::duration<double, std::milli> took =
          std::chrono::steady_clock::now() - start;
      took_ms.push_back(took.count());
    }
  }
  importer.join();
  std::sort(took_ms.begin(), took_ms.end());
  state.counters["p50_ms"] = took_ms[took_ms.size() / 2];
  state.counters["p99_ms"] = took_ms[took_ms.size() * 99 / 100];
  state.counters["worst_ms"] = took_ms.back();
}
BENCHMARK(record_hits)->Args({0, 0})->Apply(sizes)->Iterations(1)->UseRealTime();

}  // namespace
