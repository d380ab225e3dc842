// Events as mail through the house's mail server, by libcurl.
#pragma once

#include "outward/service.h"
#include "ports/outlet_sender.h"

namespace bas::outward {

// The text is the body of a webhook; its id stands in the header Webhook-Id. Threads: any.
class Mail final : public OutletSender {
 public:
  Mail(Service service, std::string from, const Networks& networks)
      : service_(std::move(service)), from_(std::move(from)), networks_(networks) {}

  Result<> check(const Outlet& outlet) override;
  OutletAnswer send(const Parcel& parcel, std::stop_token stop) override;

 private:
  const Service service_;
  const std::string from_;
  const Networks& networks_;
};

// The whole message, lines ended by CRLF (RFC 5322). Pure.
struct MailParts {
  const std::string& from;
  const std::string& to;
  const OutletDelivery& delivery;
  UtcTime now;
};
std::string mail_text(const MailParts& parts);

}  // namespace bas::outward
