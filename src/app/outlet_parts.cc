#include "app/outlet_parts.h"

#include <algorithm>

#include "base/log.h"

namespace bas::app {

OutletParts::OutletParts(const Uses& uses, outward::Networks allowed)
    : networks(std::move(allowed)),
      hosts(outward::HostNames::parse(uses.choice.hosts)),
      webhooks({fetcher, networks, hosts, uses.choice.ca_file}),
      mqtt(uses.choice.broker, networks),
      mail(uses.choice.mail_server, uses.choice.mail_from, networks),
      ways({webhooks, mqtt, mail}) {}

Result<std::unique_ptr<OutletParts>> OutletParts::open(const Uses& uses) {
  auto networks = TRY(outward::Networks::parse(uses.choice.networks));
  std::unique_ptr<OutletParts> parts(new OutletParts(uses, std::move(networks)));
  parts->outlets = TRY(flow::Outlets::open({uses.papers, parts->ways, uses.clock, uses.random}));
  parts->deliveries = std::make_unique<flow::Deliveries>(flow::Deliveries::Parts{
      *parts->outlets, uses.store, parts->ways, uses.count, uses.clock, uses.random});
  parts->desk = std::make_unique<flow::OutletDesk>(*parts->deliveries, uses.clock);
  TRY(parts->desk->load(uses.lists));
  return parts;
}

void OutletParts::catch_up(HitStore& hits, flow::Reads& reads, flow::PursuitRecords& pursuits) {
  for (const Result<>& done : {desk->catch_up(hits, reads), desk->catch_up(pursuits)}) {
    if (done) continue;
    log(LogLevel::kError, "app", "outlets may not have been told all that fell before the start",
        {{"reason", done.error().text}});
  }
}

double OutletParts::disabled() const {
  return static_cast<double>(std::ranges::count_if(outlets->all(), &Outlet::is_disabled));
}

}  // namespace bas::app
