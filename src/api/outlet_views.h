// Outlets and deliveries as the API shows them.
#pragma once

#include "api/answers.h"
#include "flow/directory.h"
#include "model/outlet.h"

namespace bas::api {

// Of its keys only what verifies and is public.
Json outlet_json(const flow::ProvinceView& view, const Outlet& outlet, UtcTime now);
// The same with the key that verifies, which for v1 is a secret: shown once, when it was made.
Json outlet_with_key_json(const flow::ProvinceView& view, const Outlet& outlet, UtcTime now);
Json delivery_json(const OutletDelivery& delivery);

}  // namespace bas::api
