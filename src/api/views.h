// The objects of the contract as JSON.
#pragma once

#include "api/answers.h"
#include "flow/activity.h"
#include "flow/directory.h"
#include "model/account.h"
#include "ports/quarantine_store.h"

namespace bas::api {

Json zone_json(const Zone& zone);
Json zone_name_json(const flow::ProvinceView& view, const Id& zone);
Json site_json(const flow::ProvinceView& view, const Site& site);
Json decision_json(const CouncilDecision& decision);
Json camera_json(const flow::ProvinceView& view, const Camera& camera,
                 const flow::CameraActivity& activity);
Json user_json(const flow::ProvinceView& view, const User& user);
Json quarantined_json(const QuarantinedMessage& message);

}  // namespace bas::api
