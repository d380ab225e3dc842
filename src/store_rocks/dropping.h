// Reads that are over, taken out of every family and off the disk.
#pragma once

#include "ports/read_store.h"
#include "store_rocks/database.h"

namespace bas::store_rocks {

// As ReadStore::drop_day and drop_source. They rewrite the files that the day shares with its
// neighbours: seconds for a busy day. Threads: any.
Result<DroppedReads> drop_day(const Database& database, Day day);
Result<DroppedReads> drop_source(const Database& database, Day day, LegalSource source);

}  // namespace bas::store_rocks
