// Webhooks by the rules of Standard Webhooks, over HTTP.
#pragma once

#include "fetch/fetcher.h"
#include "outward/networks.h"
#include "ports/outlet_sender.h"

namespace bas::outward {

// Threads: any.
class Webhooks final : public OutletSender {
 public:
  struct Parts {
    fetch::Fetcher& fetcher;
    const Networks& networks;
    const HostNames& hosts;
    std::string ca_file;  // empty: those of the machine
  };
  explicit Webhooks(Parts parts) : parts_(std::move(parts)) {}

  Result<> check(const Outlet& outlet) override;
  OutletAnswer send(const Parcel& parcel, std::stop_token stop) override;

 private:
  Parts parts_;
};

// The whole seconds of a Retry-After; nothing for a date or nonsense.
std::optional<std::chrono::seconds> seconds_of_retry_after(std::string_view value);

}  // namespace bas::outward
