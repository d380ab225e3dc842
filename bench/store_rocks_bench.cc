// The read store: durable appends, digests that are not there, a plate's history over a year.
// A year of few reads a day (BAS_BENCH_READS_A_DAY, default 2,000) is written first; sealed bytes
// are 180 random bytes, as long as a real record. Sync is on: the disk decides append.
#include "base/check.h"
#include "store_rocks/rocks_read_store.h"

#include <benchmark/benchmark.h>
#include <stdlib.h>

#include <algorithm>
#include <chrono>

namespace {

using bas::Day;
using bas::ReadStore;
using bas::SealedRead;
using bas::UtcTime;
using std::chrono::milliseconds;

constexpr int kDays = 365;
constexpr std::int64_t kDayMs = 86'400'000;
constexpr std::size_t kBatch = 1000;
const Day kFirstDay{20415};

std::uint64_t reads_a_day() {
  const char* wanted = getenv("BAS_BENCH_READS_A_DAY");
  return wanted == nullptr ? 2000 : std::stoull(wanted);
}

// A plate is a number; its token differs from day to day, as real ones do.
std::string token_of(Day day, std::uint64_t plate) {
  bas::SeededRandom mixed(plate * 1'000'003 + static_cast<std::uint64_t>(day.number));
  return mixed.bytes(bas::kTokenBytes);
}

SealedRead make_read(Day day, bas::Random& random) {
  SealedRead read;
  const auto offset = static_cast<std::int64_t>(random.next() % (kDayMs - 7'200'000));
  read.captured_at = bas::start_of(day) + milliseconds{offset};
  read.id = bas::make_id(read.captured_at, random);
  read.day = day;
  read.token = token_of(day, random.next() % reads_a_day());
  read.site.bytes.fill(static_cast<char>('a' + random.next() % 20));
  read.names = {random.bytes(bas::kTokenBytes), random.bytes(bas::kTokenBytes)};
  read.sealed = random.bytes(180);
  return read;
}

std::vector<SealedRead> make_batch(Day day, std::size_t count, bas::Random& random) {
  std::vector<SealedRead> out;
  for (std::size_t i = 0; i < count; ++i) out.push_back(make_read(day, random));
  return out;
}

// A store with a year in it, removed at exit.
class Year {
 public:
  Year() {
    std::string name = (std::filesystem::temp_directory_path() / "bench-XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr) std::abort();
    folder_ = name;
    store_ = bas::store_rocks::RocksReadStore::open({folder_}).value();
    bas::SeededRandom random(1);
    for (int i = 0; i < kDays; ++i) fill_day(Day{kFirstDay.number + i}, random);
    store_.reset();
    const auto start = std::chrono::steady_clock::now();
    store_ = bas::store_rocks::RocksReadStore::open({folder_}).value();
    opening_ = std::chrono::steady_clock::now() - start;
  }
  ~Year() {
    store_.reset();
    std::filesystem::remove_all(folder_);
  }
  ReadStore& store() { return *store_; }
  double opening_ms() const { return opening_.count(); }

 private:
  void fill_day(Day day, bas::Random& random) {
    for (std::uint64_t left = reads_a_day(); left > 0;) {
      const std::size_t count = std::min<std::uint64_t>(left, kBatch);
      bas::check(store_->append(make_batch(day, count, random)).has_value());
      left -= count;
    }
  }

  std::filesystem::path folder_;
  std::unique_ptr<ReadStore> store_;
  std::chrono::duration<double, std::milli> opening_{};
};

Year& year() {
  static Year instance;
  return instance;
}

void append(benchmark::State& state) {
  bas::SeededRandom random(static_cast<std::uint64_t>(state.thread_index()) + 7);
  const auto count = static_cast<std::size_t>(state.range(0));
  ReadStore& store = year().store();
  for (auto _ : state) {
    state.PauseTiming();
    const auto batch = make_batch(Day{kFirstDay.number + kDays}, count, random);
    state.ResumeTiming();
    bas::check(store.append(batch).has_value());
  }
  state.SetItemsProcessed(state.iterations() * state.range(0));
}
BENCHMARK(append)->Arg(1)->Arg(100)->Arg(1000)->UseRealTime();
BENCHMARK(append)->Arg(1)->Threads(16)->UseRealTime();

void find_absent(benchmark::State& state) {
  bas::SeededRandom random(8);
  std::vector<bas::ReadKey> keys(200);
  ReadStore& store = year().store();
  for (auto _ : state) {
    state.PauseTiming();
    for (auto& key : keys) {
      key = {Day{kFirstDay.number + kDays - 1}, random.bytes(bas::kTokenBytes)};
    }
    state.ResumeTiming();
    benchmark::DoNotOptimize(store.find(keys).value());
  }
  state.SetItemsProcessed(state.iterations() * 200);
}
BENCHMARK(find_absent);

// One plate over every day of the year; p99 beside the mean.
void history_of_a_year(benchmark::State& state) {
  bas::SeededRandom random(9);
  ReadStore& store = year().store();
  std::vector<double> took_ms;
  std::size_t found = 0;
  for (auto _ : state) {
    const std::uint64_t plate = random.next() % reads_a_day();
    const auto start = std::chrono::steady_clock::now();
    for (int i = 0; i < kDays; ++i) {
      const Day day{kFirstDay.number + i};
      found += store.history(day, token_of(day, plate), 1000).value().size();
    }
    took_ms.push_back(
        std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start)
            .count());
  }
  std::sort(took_ms.begin(), took_ms.end());
  state.counters["p99_ms"] = took_ms[took_ms.size() * 99 / 100];
  state.counters["reads_found"] = static_cast<double>(found) / static_cast<double>(took_ms.size());
  state.counters["opening_ms"] = year().opening_ms();
}
BENCHMARK(history_of_a_year)->Unit(benchmark::kMillisecond)->Iterations(300);

}  // namespace
