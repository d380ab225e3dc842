// What leaves the house, wired: who is told, what waits, and the ways out.
#pragma once

#include <memory>

#include "fetch/curl_fetcher.h"
#include "flow/outlet_desk.h"
#include "outward/ways.h"

namespace bas::app {

// As the configuration says.
struct OutwardChoice {
  std::string networks;
  std::string hosts;
  std::string ca_file;
  outward::Service broker;
  outward::Service mail_server;
  std::string mail_from;
};

// In the order in which they are built; each uses only what stands above it.
class OutletParts {
 public:
  struct Uses {
    const OutwardChoice& choice;
    flow::Papers& papers;
    DeliveryStore& store;
    ListStore& lists;
    std::function<void(OutletAnswer::Verdict)> count;
    const Clock& clock;
    Random& random;
  };
  // kBadInput for networks that are none.
  static Result<std::unique_ptr<OutletParts>> open(const Uses& uses);

  // What they would have been told had the server not ended. A failure is logged and holds up
  // nothing: desks come first.
  void catch_up(HitStore& hits, flow::Reads& reads, flow::PursuitRecords& pursuits);

  // How many are out of use.
  double disabled() const;

  fetch::CurlFetcher fetcher;
  outward::Networks networks;
  outward::HostNames hosts;
  outward::Webhooks webhooks;
  outward::Mqtt mqtt;
  outward::Mail mail;
  outward::Ways ways;
  std::unique_ptr<flow::Outlets> outlets;
  std::unique_ptr<flow::Deliveries> deliveries;
  std::unique_ptr<flow::OutletDesk> desk;

 private:
  OutletParts(const Uses& uses, outward::Networks allowed);
};

}  // namespace bas::app
