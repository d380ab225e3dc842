// Hits and incidents in and out of their sealed form. They lie under the day keys of their read,
// so they end when it ends.
#pragma once

#include <string>

#include "base/result.h"
#include "flow/terms.h"
#include "ports/hit_store.h"
#include "vault/vault.h"

namespace bas::flow {

// Threads: any. open answers kDestroyed once the day's key is gone or, with `terms`, its term has
// ended.
class HitSealer {
 public:
  explicit HitSealer(vault::Vault& vault, const Terms* terms = nullptr)
      : vault_(vault), terms_(terms) {}

  Result<SealedHit> seal(const Hit& hit) const;
  Result<Hit> open(const SealedHit& sealed) const;
  Result<SealedIncident> seal(const Incident& incident) const;
  Result<Incident> open(const SealedIncident& sealed) const;

 private:
  vault::Vault& vault_;
  const Terms* terms_;
};

}  // namespace bas::flow
