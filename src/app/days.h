// The days that a stopped server keeps, and the end of one.
#pragma once

#include <filesystem>
#include <vector>

#include "base/result.h"
#include "base/time.h"
#include "ports/read_store.h"

namespace bas::app {

struct DaysFolder {
  std::filesystem::path data_folder;
  std::filesystem::path kek_file = {};         // empty: where it lies by default
  std::filesystem::path ledger_key_file = {};  // likewise
};

// Days that have keys, in order. kNotFound without the folder, kConflict while a server runs on it.
Result<std::vector<Day>> kept_days(const DaysFolder& folder);

// Destroys the day's key, so that nothing of it opens again in any copy of the data, then removes
// its reads, pictures and quarantined payloads, and writes into the ledger how many reads there
// were, with a digest over their ids. Durable when it returns; after a crash half way, repeat it.
// kNotFound for a day that was never kept; otherwise as kept_days.
Result<DroppedReads> drop_day(const DaysFolder& folder, Day day);

}  // namespace bas::app
