// Hits and incidents as JSON.
#pragma once

#include "api/answers.h"
#include "flow/directory.h"
#include "model/list.h"
#include "model/read.h"
#include "ports/hit_records.h"

namespace bas::api {

// A hit with everything a row and a card need. `list` may be null when it is gone.
struct HitParts {
  const Hit& hit;
  const Read& read;
  const List* list;
};
Json hit_json(const flow::ProvinceView& view, const HitParts& parts);

// `last_hit` is the hit the row shows.
Json incident_json(const flow::ProvinceView& view, const Incident& incident, Json last_hit);
// All of it but a hit, as the events of its hits carry it.
Json incident_facts_json(const flow::ProvinceView& view, const Incident& incident);

Json doer_json(const flow::ProvinceView& view, const Doer& doer);
Json step_json(const flow::ProvinceView& view, const TakenStep& step);

}  // namespace bas::api
