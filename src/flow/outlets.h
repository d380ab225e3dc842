// The outlets of the house: where what happens is told to those who are not at a desk.
#pragma once

#include <functional>
#include <memory>
#include <mutex>
#include <vector>

#include "base/clock.h"
#include "base/random.h"
#include "flow/outlet_codec.h"
#include "ports/outlet_sender.h"

namespace bas::flow {

inline constexpr std::size_t kOutletsMost = 100;

// What somebody wants an outlet to be. `request_key`: asking twice with one makes one; empty: none.
struct OutletWish {
  Id zone{};  // zero: of the province
  std::string title;
  OutletWay way = OutletWay::kWebhook;
  std::string target;
  std::vector<OutletEvent> events;
  OutletSigning signing = OutletSigning::kEd25519;
  std::string request_key{};
};

// Threads: any. Durable when a call returns. Keys lie sealed under the standing keys of the vault.
class Outlets {
 public:
  // How long an older key signs beside the new one.
  static constexpr std::chrono::hours kOverlap{24};

  struct Parts {
    Papers& papers;
    OutletSender& sender;
    const Clock& clock;
    Random& random;
  };
  // Reads them back.
  static Result<std::unique_ptr<Outlets>> open(Parts parts);

  // In the order of their making.
  std::vector<Outlet> all() const;
  Result<Outlet> one(const Id& id) const;  // kNotFound

  struct Made {
    Outlet outlet;
    bool is_new = true;
  };
  // kBadInput or kRefused when it cannot or may not be sent there, kConflict past kOutletsMost.
  Result<Made> make(OutletWish wish, const Id& by);
  // Title, target and events; zone, way and keys stay.
  Result<Outlet> change(const Id& id, const OutletWish& wish);
  Result<> remove(const Id& id);
  // A new key signs from now on, the older ones too until their time is over. kConflict for what is
  // not signed, and while four keys are in use.
  Result<Outlet> rotate(const Id& id);
  // Takes what happens again.
  Result<Outlet> enable(const Id& id);
  // False when it was out of use already.
  Result<bool> disable(const Id& id, const std::string& because);

 private:
  explicit Outlets(Parts parts) : parts_(parts) {}
  using Edit = std::function<Result<>(Outlet&)>;
  Result<Outlet> edit(const Id& id, const Edit& edit);
  OutletKey new_key(OutletSigning signing);

  Parts parts_;
  std::mutex turn_;                  // held over a change, from what is there to what is stored
  mutable std::mutex mutex_;         // guards outlets_
  std::vector<KeptOutlet> outlets_;  // those that are there, in the order of their making
};

}  // namespace bas::flow
