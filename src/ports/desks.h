// Where flow tells what desks must see at once.
#pragma once

#include "model/hit.h"
#include "model/read.h"

namespace bas {

// A hit that was just recorded, with what it belongs to. References hold during the call only.
struct HitNews {
  const Hit& hit;
  const Incident& incident;
  const Read& read;
};

// Threads: called from one flow thread at a time; must return quickly and never wait for a desk.
class Desks {
 public:
  virtual ~Desks() = default;
  virtual void hit_created(const HitNews& news) = 0;
};

}  // namespace bas
