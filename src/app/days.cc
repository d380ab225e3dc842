#include "app/days.h"

#include <fmt/format.h>

#include "app/data_folder.h"
#include "blobs_fs/file_blob_store.h"
#include "store_rocks/rocks_read_store.h"
#include "vault/vault.h"

namespace bas::app {

namespace {

Result<std::unique_ptr<vault::Vault>> open_vault(const DaysFolder& folder, Random& random) {
  const DataFolder data{folder.data_folder};
  if (!std::filesystem::exists(data.keys())) {
    return fail(ErrorCode::kNotFound,
                fmt::format("{} holds no data: name the data folder with --data",
                            folder.data_folder.string()));
  }
  const auto kek_file = folder.kek_file.empty() ? data.default_kek_file() : folder.kek_file;
  return vault::Vault::open({.keys_folder = data.keys(), .kek_file = kek_file}, random);
}

}  // namespace

Result<std::vector<Day>> kept_days(const DaysFolder& folder) {
  SystemRandom random;
  const auto vault = TRY(open_vault(folder, random));
  return vault->days();
}

Result<> drop_day(const DaysFolder& folder, Day day) {
  SystemRandom random;
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
  TRY(vault->destroy(day));
  TRY(reads->drop_day(day));
  return blobs->drop_day(day);
}

}  // namespace bas::app
