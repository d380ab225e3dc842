// Many plates at once, so that each waits for memory while others do.
#pragma once

#include <span>
#include <vector>

#include "match/index_tables.h"

namespace bas::match {

// See EntryIndex::find_exact and EntryIndex::find_scored.
void find_exact(const IndexTables& tables, std::span<const AskedPlate> asked, UtcTime at,
                std::vector<ListedPlate>& found);
void find_scored(const IndexTables& tables, std::span<const AskedRead> asked, UtcTime at,
                 std::vector<ScoredPlate>& found);

}  // namespace bas::match
