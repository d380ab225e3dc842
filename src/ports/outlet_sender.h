// What carries an event out of the house.
#pragma once

#include <stop_token>

#include "base/result.h"
#include "model/outlet.h"

namespace bas {

// Threads: any, concurrently.
class OutletSender {
 public:
  virtual ~OutletSender() = default;

  // Whether its target may be sent to as the server is configured; kBadInput or kRefused says why
  // not. Asks nobody.
  virtual Result<> check(const Outlet& outlet) = 0;

  // One attempt, at `now`; at most about 15 s. `stop` ends it early, as a failure.
  struct Parcel {
    const Outlet& outlet;
    const OutletDelivery& delivery;
    UtcTime now;
  };
  virtual OutletAnswer send(const Parcel& parcel, std::stop_token stop) = 0;
};

}  // namespace bas
