// Loads a ledger as the server keeps it: threads that each wait until their events are durable.
// ledger_load FOLDER THREADS BATCH SECONDS BYTES; one JSON object. Then the whole log is verified
// from its files and a proof is made for one of its entries.
#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <cstdlib>
#include <thread>

#include "base/random.h"
#include "flow/ledger_book.h"
#include "ledger/verify.h"
#include "store_rocks/rocks_ledger_store.h"

namespace {

using namespace std::chrono;
using bas::flow::LedgerBook;

double milliseconds_since(steady_clock::time_point start) {
  return duration<double, std::milli>(steady_clock::now() - start).count();
}

struct Load {
  std::size_t threads = 0;
  std::size_t batch = 0;
  double seconds = 0;
  std::size_t bytes = 0;
};

// How long each append took.
std::vector<double> run(LedgerBook& book, const Load& load) {
  std::vector<std::vector<double>> took(load.threads);
  std::vector<std::thread> threads;
  const auto start = steady_clock::now();
  for (std::size_t t = 0; t < load.threads; ++t) {
    threads.emplace_back([&, t] {
      bas::SeededRandom random(t);
      const std::string chance = random.bytes(1U << 20);  // events are cut out of it
      std::size_t at = 0;
      const auto cut = [&] {
        at = (at + 997) % (chance.size() - load.bytes);
        return chance.substr(at, load.bytes / 2);
      };
      while (milliseconds_since(start) < load.seconds * 1000) {
        std::vector<bas::LedgerRow> rows(load.batch);
        for (bas::LedgerRow& row : rows) row = {cut(), cut()};
        const auto asked = steady_clock::now();
        if (!book.append(std::move(rows))) std::exit(1);
        took[t].push_back(milliseconds_since(asked));
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  std::vector<double> all;
  for (const auto& one : took) all.insert(all.end(), one.begin(), one.end());
  std::sort(all.begin(), all.end());
  return all;
}

// Its files as they would be exported.
bas::ledger::FileAt files_of(const LedgerBook& book) {
  return [&book](const std::string& path) -> std::optional<std::string> {
    auto bytes = book.file(path);
    return bytes ? std::optional(std::move(*bytes)) : std::nullopt;
  };
}

}  // namespace

int main(int count, char** words) {
  if (count != 6) return 2;
  const Load load{std::strtoul(words[2], nullptr, 10), std::strtoul(words[3], nullptr, 10),
                  std::strtod(words[4], nullptr), std::strtoul(words[5], nullptr, 10)};
  auto store = bas::store_rocks::RocksLedgerStore::open(words[1]).value();
  auto key = bas::SigningKey::from_seed(std::string(32, 's')).value();
  const bas::SystemClock clock;
  const auto book =
      LedgerBook::open(
          {*store, bas::ledger::NoteSigner::create("bas.example/bench", std::move(key)).value(),
           clock})
          .value();
  const auto start = steady_clock::now();
  const auto took = run(*book, load);
  const double seconds = milliseconds_since(start) / 1000;
  const std::string note = book->sign_now().value();
  const std::uint64_t size = book->size();

  const auto checking = steady_clock::now();
  const auto verdict =
      bas::ledger::verify(note, {book->verifier(), std::nullopt, {}}, files_of(*book));
  if (verdict.fault != bas::ledger::Fault::kNone || verdict.size != size) return 1;
  const double checked = milliseconds_since(checking) / 1000;

  const auto proving = steady_clock::now();
  bas::ledger::TileReader reader(size, files_of(*book));
  const auto proof = bas::ledger::inclusion_proof(
      {size / 3, size}, [&](const bas::ledger::Node& node) { return reader.node_at(node); });
  const double proved = milliseconds_since(proving);
  if (!proof) return 1;
  fmt::print(
      "{{\"events\":{},\"events_per_second\":{:.0f},\"median_ms\":{:.3f},\"p99_ms\":{:.3f},"
      "\"verified_per_second\":{:.0f},\"proof_bytes\":{},\"proof_ms\":{:.3f}}}\n",
      size, static_cast<double>(size) / seconds, took[took.size() / 2],
      took[took.size() * 99 / 100], static_cast<double>(size) / checked,
      proof->size() * sizeof(bas::ledger::Hash), proved);
  return 0;
}
