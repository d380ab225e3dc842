// What desks are told also goes to the pursuits that wait for it.
#pragma once

#include <atomic>

#include "flow/pursuits.h"
#include "ports/desks.h"

namespace bas::app {

// Threads: as ports/desks.h says.
class DeskFan final : public Desks {
 public:
  explicit DeskFan(Desks& stream) : stream_(stream) {}
  // From then on; `pursuits` outlives whoever tells.
  void add(flow::Pursuits& pursuits) { pursuits_ = &pursuits; }

  void hit_created(const HitNews& news) override {
    stream_.hit_created(news);
    if (flow::Pursuits* pursuits = pursuits_) pursuits->sighted(news);
  }
  void hit_changed(const HitNews& news) override { stream_.hit_changed(news); }
  void list_changed(const List& list) override { stream_.list_changed(list); }

 private:
  Desks& stream_;
  std::atomic<flow::Pursuits*> pursuits_ = nullptr;
};

}  // namespace bas::app
