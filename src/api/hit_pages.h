// What the listings of hits and incidents share.
#pragma once

#include <vector>

#include "api/answers.h"
#include "api/services.h"
#include "flow/lists.h"
#include "flow/reads.h"

namespace bas::api {

// `before`, `limit`, `state` and `open` of the query.
Result<HitPage> page_of(const net::Request& request);
// Those, and `batch`: a day that is over, or kConflict; its zone is left to who asks.
Result<HitPage> incident_page_of(const net::Request& request, UtcTime now);
// When the batch of a day is handed out: at the end of it.
UtcTime batch_ready_at(Day day);

// One hit, with its version as ETag.
net::Response hit_answer(Services& services, const std::vector<List>& lists,
                         const flow::HitWithRead& hit);
Json hit_json_of(Services& services, const std::vector<List>& lists, const flow::HitWithRead& hit);

}  // namespace bas::api
