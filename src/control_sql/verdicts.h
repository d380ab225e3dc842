// How hits end, and who has seen them. All in the session's transaction; they throw
// soci_error.
#pragma once

#include <soci/soci.h>

#include <span>
#include <vector>

#include "ports/hit_store.h"

namespace bas::control_sql {

Result<std::vector<SealedHit>> withdraw(soci::session& session, std::span<const Id> entries,
                                        UtcTime now);
Result<std::vector<Id>> ended_entries_with_open_hits(soci::session& session);
Result<std::vector<Rejections>> rejections(soci::session& session, UtcTime since);
Result<std::vector<ListNoise>> noise(soci::session& session, UtcTime since);

void note_view(soci::session& session, const Id& viewer, const Id& hit, UtcTime now);
Result<std::vector<SealedHit>> withdrawn_unseen(soci::session& session, const Id& viewer);
void mark_told(soci::session& session, const Id& viewer, const Id& hit, UtcTime now);

}  // namespace bas::control_sql
