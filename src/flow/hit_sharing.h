// A new hit is shared with the desks that may see it: policy is asked and the ledger told first.
#pragma once

#include <span>

#include "flow/gate.h"
#include "model/hit.h"

namespace bas::flow {

// What policy is asked of a hit, with all that is known of it.
policy::Request hit_request(policy::Act act, const Hit& hit, const Gate& gate);

// Threads: any.
class HitSharing {
 public:
  explicit HitSharing(Gate& gate) : gate_(gate) {}

  // An entry for those that all zones see and one for each zone that observes in silence, with the
  // zones that are told; while the ledger cannot be written they wait in the spool. On any error
  // nobody may be told.
  Result<> share(std::span<const Hit> hits);

 private:
  Result<> share_with(const Id& audience, const std::vector<const Hit*>& hits);

  Gate& gate_;
};

}  // namespace bas::flow
