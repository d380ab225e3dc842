// Where flow tells what desks must see at once.
#pragma once

#include "model/hit.h"
#include "model/list.h"
#include "model/read.h"

namespace bas {

// A hit that was just recorded, with what it belongs to. References hold during the call only.
struct HitNews {
  const Hit& hit;
  const Incident& incident;
  const Read& read;
};

// Threads: any, concurrently; must return quickly and never wait for a desk.
class Desks {
 public:
  virtual ~Desks() = default;
  virtual void hit_created(const HitNews& news) = 0;
  // Its state changed: somebody judged it, or its entry was withdrawn.
  virtual void hit_changed(const HitNews& news) = 0;
  // Its settings, entries or whether it is in force.
  virtual void list_changed(const List& list) = 0;
};

}  // namespace bas
