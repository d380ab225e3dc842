#include "app/days.h"

#include <fmt/format.h>

#include "app/data_folder.h"
#include "app/ledger_parts.h"
#include "base/clock.h"
#include "blobs_fs/file_blob_store.h"
#include "control_sql/control_sql.h"
#include "flow/retention.h"
#include "store_rocks/rocks_read_store.h"
#include "vault/vault.h"

namespace bas::app {

namespace {

std::filesystem::path kek_file_of(const DaysFolder& folder) {
  return folder.kek_file.empty() ? DataFolder{folder.data_folder}.default_kek_file()
                                 : folder.kek_file;
}

Result<std::unique_ptr<vault::Vault>> open_vault(const DaysFolder& folder, Random& random) {
  const DataFolder data{folder.data_folder};
  if (!std::filesystem::exists(data.keys())) {
    return fail(ErrorCode::kNotFound,
                fmt::format("{} holds no data: name the data folder with --data",
                            folder.data_folder.string()));
  }
  return vault::Vault::open({.keys_folder = data.keys(), .kek_file = kek_file_of(folder)}, random);
}

Result<std::unique_ptr<LedgerParts>> open_ledger(const DaysFolder& folder, const Clock& clock,
                                                 Random& random) {
  const DataFolder data{folder.data_folder};
  return LedgerParts::open(
      {.folder = data.ledger(),
       .keys_folder = data.ledger_keys(),
       .kek_file = kek_file_of(folder),
       .key_file =
           folder.ledger_key_file.empty() ? data.default_ledger_key_file() : folder.ledger_key_file,
       .origin = {}},
      clock, random);
}

}  // namespace

Result<std::vector<Day>> kept_days(const DaysFolder& folder) {
  SystemRandom random;
  const auto vault = TRY(open_vault(folder, random));
  return vault->days();
}

Result<DroppedReads> drop_day(const DaysFolder& folder, Day day) {
  SystemRandom random;
  const SystemClock clock;
  const auto vault = TRY(open_vault(folder, random));
  if (const auto keys = vault->existing_keys(day);
      !keys && keys.error().code == ErrorCode::kNotFound) {
    return fail(ErrorCode::kNotFound,
                fmt::format("nothing of {} is kept: `bas day list` names the days that are",
                            format_day(day)));
  }
  const DataFolder data{folder.data_folder};
  const auto reads = TRY(store_rocks::RocksReadStore::open({.folder = data.reads()}));
  const auto blobs = TRY(blobs_fs::FileBlobStore::open({.folder = data.pictures()}));
  const auto ledger = TRY(open_ledger(folder, clock, random));
  const auto control = TRY(control_sql::ControlSql::open({.file = data.control_file()}));
  const policy::Regime any_law;  // says when, and here a person does
  return flow::Retention({*vault, *reads, *blobs, control->hits(), control->pursuits(),
                          *ledger->uses, *ledger->vault, any_law, clock, data.erasing()})
      .erase({day});
}

}  // namespace bas::app
