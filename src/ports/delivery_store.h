// Events on their way to outlets, and what became of them.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "base/result.h"
#include "model/outlet.h"

namespace bas {

// Newest first, behind `before` (all zero: from the newest).
struct DeliveryPage {
  Id outlet;
  Id before{};
  std::size_t limit = 100;
  std::optional<DeliveryState> state{};
};

// What happened from `from` (included) to `until` (excluded) and was not delivered.
struct DeliveryPeriod {
  Id outlet;
  UtcTime from;
  UtcTime until;
};

// Threads: any; calls are served one after another. A write survives the end of the process when it
// returns, and that of the machine at the latest with the next durable write of any store.
class DeliveryStore {
 public:
  virtual ~DeliveryStore() = default;

  // Passes over what is there already: the same outlet, event, object and key. Answers how many are
  // new.
  virtual Result<std::size_t> add(std::span<const OutletDelivery> deliveries) = 0;
  // The waiting one of that outlet that is due first, if its time has come.
  virtual Result<std::optional<OutletDelivery>> due(const Id& outlet, UtcTime now) = 0;
  // What became of an attempt. kNotFound when it is not there any more.
  virtual Result<> note(const OutletDelivery& delivery) = 0;
  virtual Result<std::optional<OutletDelivery>> delivery(const Id& id) = 0;
  virtual Result<std::vector<OutletDelivery>> deliveries(const DeliveryPage& page) = 0;
  // How many such events of that object the outlet was sent, or is to be sent.
  virtual Result<std::size_t> count(const Id& outlet, OutletEvent event, const Id& object) = 0;
  // What waits is tried no more.
  virtual Result<std::size_t> bury(const Id& outlet) = 0;
  // Dead ones of the period wait again, due now, with all their attempts before them.
  virtual Result<std::size_t> revive(const DeliveryPeriod& period, UtcTime now) = 0;
  // All of an outlet.
  virtual Result<> drop_outlet(const Id& outlet) = 0;
  // What happened before that and waits no more.
  virtual Result<std::size_t> drop_before(UtcTime time) = 0;
};

}  // namespace bas
