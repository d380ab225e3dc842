// Lists and cameras are changed by the people of their zone (rule R58).
#pragma once

#include "api/access.h"

namespace bas::api {

// Who asks for what, in which request.
struct Asking {
  const net::Request& request;
  const User& who;
  Act act;
};

// kRefused, and written, when it is of another zone than the person's. `zone` zero: the province's.
Result<> check_zone(Services& services, const Id& zone, const Asking& asking);

// Zero when it is not known any more.
Id zone_of_camera(const Services& services, const Id& camera);

// The list that the path names, of which this person may do that.
Result<List> own_list(Services& services, const Asking& asking);

// The camera whose id the path holds, likewise; kNotFound when it is not there.
Result<Camera> own_camera(Services& services, const Asking& asking);

}  // namespace bas::api
