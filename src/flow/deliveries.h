// What happened goes to the outlets that want it: on record first, then sent, tried again by the
// schedule of model/outlet.h, and given up in the end.
#pragma once

#include <absl/container/flat_hash_map.h>

#include <condition_variable>
#include <mutex>
#include <thread>
#include <vector>

#include "base/periodic.h"
#include "flow/outlets.h"
#include "ports/delivery_store.h"

namespace bas::flow {

// Threads: any. Some threads of its own send, one delivery of an outlet at a time, so that a slow
// receiver holds up its own events alone. What waits lies in the store: memory does not grow with
// it, and it survives the end of the process. A delivery may arrive twice, never under two ids.
class Deliveries {
 public:
  static constexpr std::size_t kSenders = 4;
  // How long what became of a delivery is kept.
  static constexpr std::chrono::hours kKept{24 * 30};

  struct Parts {
    Outlets& outlets;
    DeliveryStore& store;
    OutletSender& sender;
    std::function<void(OutletAnswer::Verdict)> count;  // quick; from any thread
    const Clock& clock;
    Random& random;  // from any thread
  };
  explicit Deliveries(Parts parts) : parts_(std::move(parts)) {}

  // On record for each outlet that wants it when it returns; nobody is waited for. Telling twice is
  // telling once. For an outlet out of use it is kept as dead, so that it can be asked for later.
  Result<> tell(const OutletNews& news);
  // The same, only to outlets that such an event of that object went to, and once for each of them.
  Result<> tell_those_told(OutletEvent earlier, const OutletNews& news);

  // The objects of such events that went or go to any outlet, of all that is kept.
  Result<std::vector<Id>> objects_told(OutletEvent event);
  // Whether there is an outlet that could be told.
  bool has_outlets() const { return !parts_.outlets.all().empty(); }

  // An event of type outlet.test, for this outlet alone. kConflict while it is out of use.
  Result<OutletDelivery> test(const Id& outlet);
  // kNotFound when the delivery is of another outlet. Sent with its first id.
  Result<OutletDelivery> replay(const Id& outlet, const Id& delivery);
  // Those given up in that period; answers how many.
  Result<std::size_t> replay(const DeliveryPeriod& period);
  Result<std::vector<OutletDelivery>> deliveries(const DeliveryPage& page) {
    return parts_.store.deliveries(page);
  }
  // With all its deliveries.
  Result<> remove(const Id& outlet);

  // Makes one attempt of what is due; false when nothing is.
  bool send_one(const std::stop_token& stop);
  // Forgets what is over.
  Result<> forget();
  void start();

 private:
  struct Lane {
    bool is_sending = false;
    int failures = 0;     // in a row
    UtcTime rests_until;  // after a failure
    UtcTime empty_until;  // nothing was due
  };
  struct Job {
    Outlet outlet;
    OutletDelivery delivery;
  };
  std::optional<Job> take();
  void finish(const Job& job, const OutletAnswer& answer);
  void rest(const Id& outlet, const OutletAnswer& answer);
  Result<> give_up(const Outlet& outlet, const std::string& because);
  Result<> record(const OutletNews& news, const std::vector<Outlet>& outlets);
  OutletDelivery made(const OutletNews& news, const Outlet& outlet);
  void wake(const Id& outlet);
  double draw();
  void run(const std::stop_token& stop);

  Parts parts_;
  std::mutex mutex_;  // guards what follows
  absl::flat_hash_map<Id, Lane> lanes_;
  std::uint64_t calls_ = 0;  // how often something new came
  std::condition_variable_any woken_;
  Periodic forgetting_;
  std::vector<std::jthread> senders_;
};

}  // namespace bas::flow
