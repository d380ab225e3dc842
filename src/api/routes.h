// Every address of the API.
#pragma once

#include "api/services.h"
#include "net/router.h"

namespace bas::api {

// `services` must outlive the router.
void add_routes(net::Router& router, Services& services);

}  // namespace bas::api
