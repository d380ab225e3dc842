// Ends a day as the server does it, and says how long that took.
// expiry_load FOLDER READS PICTURES PLATE; one JSON object. Two days hold that many reads each, so
// many of them with a picture of 30 kB; each has one read of that plate.
#include <fmt/format.h>

#include <cstdlib>

#include "base/check.h"
#include "blobs_fs/file_blob_store.h"
#include "control_sql/control_sql.h"
#include "flow/read_sealer.h"
#include "flow/retention.h"
#include "store_rocks/rocks_ledger_store.h"
#include "store_rocks/rocks_read_store.h"

namespace {

using namespace std::chrono;
using namespace bas;

constexpr std::size_t kBatch = 4'096;
constexpr std::size_t kPictureBytes = 30'000;

double milliseconds_since(steady_clock::time_point start) {
  return duration<double, std::milli>(steady_clock::now() - start).count();
}

struct Load {
  std::filesystem::path folder;
  std::size_t reads = 0;
  std::size_t pictures = 0;
  std::string plate;
};

// A server's stores, without the server.
struct Stores {
  explicit Stores(const std::filesystem::path& folder)
      : vault(vault::Vault::open({folder / "keys", folder / "kek"}, random).value()),
        ledger_vault(vault::Vault::open({folder / "ledger-keys", folder / "kek"}, random).value()),
        reads(store_rocks::RocksReadStore::open({.folder = folder / "reads"}).value()),
        blobs(blobs_fs::FileBlobStore::open({.folder = folder / "pictures"}).value()),
        control(control_sql::ControlSql::open({.file = folder / "control.sqlite"}).value()),
        ledger(store_rocks::RocksLedgerStore::open(folder / "ledger").value()),
        book(flow::LedgerBook::open(
                 {*ledger,
                  ledger::NoteSigner::create("bas.example/bench",
                                             SigningKey::from_seed(std::string(32, 's')).value())
                      .value(),
                  clock})
                 .value()),
        uses({*book, *ledger, *ledger_vault, clock, random}),
        retention({*vault, *reads, *blobs, control->hits(), control->pursuits(), uses,
                   *ledger_vault, law, clock, folder / "erasing"}) {}

  SystemRandom random;
  SystemClock clock;
  policy::Regime law;
  std::unique_ptr<vault::Vault> vault, ledger_vault;
  std::unique_ptr<ReadStore> reads;
  std::unique_ptr<BlobStore> blobs;
  std::unique_ptr<control_sql::ControlSql> control;
  std::unique_ptr<LedgerStore> ledger;
  std::unique_ptr<flow::LedgerBook> book;
  flow::UseLog uses;
  flow::Retention retention;
};

Read read_at(UtcTime at, std::string plate, Random& random) {
  Read read;
  read.id = make_id(at, random);
  read.camera = read.site = read.zone = read.id;
  read.received_at = at;
  read.plate = std::move(plate);
  read.facts.captured_at = at;
  read.facts.plate_raw = read.plate;
  read.facts.country = "BE";
  read.facts.vehicle = {"Volkswagen", "Golf", "blue", "car"};
  return read;
}

// The last of the day's reads.
SealedRead fill(Stores& to, Day day, const Load& load) {
  const flow::ReadSealer sealer(*to.vault);
  const milliseconds step{86'000'000 / load.reads};
  std::vector<SealedRead> batch;
  SealedRead last;
  for (std::size_t i = 0; i < load.reads; ++i) {
    const std::string plate = i == load.reads / 2 ? load.plate : fmt::format("1{:06X}", i);
    Read read = read_at(start_of(day) + step * i, plate, to.random);
    if (i < load.pictures) {
      const std::string sealed =
          sealer.seal_picture(read, {PictureRole::kPlate, to.random.bytes(kPictureBytes)}).value();
      const auto refs = to.blobs->append(day, {&sealed, 1}).value();
      read.pictures.push_back({PictureRole::kPlate, refs[0], kPictureBytes});
    }
    batch.push_back(sealer.seal(read).value());
    if (batch.size() == kBatch || i + 1 == load.reads) {
      check(to.reads->append(batch).has_value());
      last = batch.back();
      batch.clear();
    }
  }
  return last;
}

}  // namespace

int main(int count, char** words) {
  if (count != 5) return 2;
  const Load load{words[1], std::strtoul(words[2], nullptr, 10),
                  std::strtoul(words[3], nullptr, 10), words[4]};
  Stores stores(load.folder);
  const Day ended = brussels_day(stores.clock.now() - days(400)), kept{ended.number + 1};
  const SealedRead gone = fill(stores, ended, load);
  const SealedRead there = fill(stores, kept, load);
  const flow::ReadSealer sealer(*stores.vault);
  if (!sealer.open(gone) || !sealer.open(there)) return 1;

  const auto began = steady_clock::now();
  check(stores.vault->destroy(ended).has_value());
  const double unreadable = milliseconds_since(began);
  if (sealer.open(gone) || !sealer.open(there)) return 1;
  const auto dropped = stores.retention.erase({ended}).value();
  const double erased = milliseconds_since(began);
  if (dropped.reads != load.reads || stores.reads->fetch(gone.id).value()) return 1;
  fmt::print("{{\"reads\":{},\"unreadable_ms\":{:.2f},\"erased_ms\":{:.1f}}}\n", dropped.reads,
             unreadable, erased);
  return 0;
}
