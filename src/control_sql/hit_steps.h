// The steps of hits, what they do to others of the same vehicle, and what an incident shows of it.
// All in the session's transaction; they throw soci_error.
#pragma once

#include <soci/soci.h>

#include <vector>

#include "ports/hit_store.h"

namespace bas::control_sql {

Result<std::vector<SealedHit>> take(soci::session& session, const StepWish& wish);
Result<std::vector<TakenStep>> steps(soci::session& session, const Id& hit);

// One step of one hit, put on record; nothing else changes with it. Answers the hit after it.
Result<SealedHit> take_alone(soci::session& session, const SealedHit& hit, const StepWish& wish);

// What the incident shows is what its hits are now, as a new version. Nothing where it is unknown.
Result<> settle(soci::session& session, const Id& incident);

Result<std::optional<SealedHit>> hit_with(soci::session& session, const Id& id);
Result<std::optional<SealedIncident>> incident_with(soci::session& session, const Id& id);

}  // namespace bas::control_sql
