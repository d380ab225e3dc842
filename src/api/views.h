// The objects of the contract as JSON.
#pragma once

#include <vector>

#include "api/answers.h"
#include "flow/activity.h"
#include "flow/directory.h"
#include "model/account.h"
#include "model/hit.h"
#include "model/list.h"
#include "model/read.h"
#include "ports/quarantine_store.h"

namespace bas::api {

Json zone_json(const Zone& zone);
Json zone_name_json(const flow::ProvinceView& view, const Id& zone);
Json site_json(const flow::ProvinceView& view, const Site& site);
Json camera_json(const flow::ProvinceView& view, const Camera& camera,
                 const flow::CameraActivity& activity);
Json user_json(const flow::ProvinceView& view, const User& user);
Json quarantined_json(const QuarantinedMessage& message);
// Its pictures are opened for that purpose.
Json read_json(const flow::ProvinceView& view, const Read& read, const Id& purpose);
// The same of the copy that a hold keeps.
struct HeldFor {
  Id hold;
  Id purpose;
};
Json held_read_json(const flow::ProvinceView& view, const Read& read, const HeldFor& held);

// A hit with everything a row and a card need. `list` may be null when it is gone.
struct HitParts {
  const Hit& hit;
  const Read& read;
  const List* list;
};
Json hit_json(const flow::ProvinceView& view, const HitParts& parts);

// `last_hit` is the hit the row shows.
Json incident_json(const Incident& incident, Json last_hit);

}  // namespace bas::api
