// A new hit is shared with the desks of all zones: policy is asked and the ledger told first.
#pragma once

#include <span>

#include "flow/gate.h"
#include "model/hit.h"

namespace bas::flow {

// What policy is asked of a hit that somebody is to see.
policy::Request share_request(const Hit& hit);

// Threads: any.
class HitSharing {
 public:
  explicit HitSharing(Gate& gate) : gate_(gate) {}

  // One entry for all of them, with the zones that are told; while the ledger cannot be written it
  // waits in the spool. On any error nobody may be told.
  Result<> share(std::span<const Hit> hits);

 private:
  Gate& gate_;
};

}  // namespace bas::flow
