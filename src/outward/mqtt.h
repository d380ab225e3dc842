// Events on a topic of the house's MQTT broker (version 5, QoS 1), through libmosquitto.
#pragma once

#include "outward/service.h"
#include "ports/outlet_sender.h"

namespace bas::outward {

// The message is the body of a webhook; its id is the user property "webhook-id". Threads: any; a
// connection of its own for each event, which are few.
class Mqtt final : public OutletSender {
 public:
  Mqtt(Service service, const Networks& networks)
      : service_(std::move(service)), networks_(networks) {}

  Result<> check(const Outlet& outlet) override;
  OutletAnswer send(const Parcel& parcel, std::stop_token stop) override;

 private:
  const Service service_;
  const Networks& networks_;
};

}  // namespace bas::outward
