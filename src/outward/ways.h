// Each outlet by its own way out.
#pragma once

#include "outward/mail.h"
#include "outward/mqtt.h"
#include "outward/webhook.h"

namespace bas::outward {

// Threads: any.
class Ways final : public OutletSender {
 public:
  struct Parts {
    Webhooks& webhooks;
    Mqtt& mqtt;
    Mail& mail;
  };
  explicit Ways(Parts parts) : parts_(parts) {}

  Result<> check(const Outlet& outlet) override { return of(outlet).check(outlet); }
  OutletAnswer send(const Parcel& parcel, std::stop_token stop) override {
    return of(parcel.outlet).send(parcel, std::move(stop));
  }

 private:
  OutletSender& of(const Outlet& outlet) {
    if (outlet.way == OutletWay::kMqtt) return parts_.mqtt;
    if (outlet.way == OutletWay::kMail) return parts_.mail;
    return parts_.webhooks;
  }

  Parts parts_;
};

}  // namespace bas::outward
