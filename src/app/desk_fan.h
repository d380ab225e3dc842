// What desks are told also goes to the pursuits that wait for it, and to outlets.
#pragma once

#include "flow/outlet_desk.h"
#include "flow/pursuit_sightings.h"
#include "ports/desks.h"

namespace bas::app {

// Threads: as ports/desks.h says.
class DeskFan final : public Desks {
 public:
  DeskFan(Desks& stream, flow::PursuitSightings& sightings, flow::OutletDesk& outlets)
      : stream_(stream), sightings_(sightings), outlets_(outlets) {}

  void hit_created(const HitNews& news) override {
    stream_.hit_created(news);
    sightings_.sighted(news);
  }
  void hit_changed(const HitNews& news) override {
    stream_.hit_changed(news);
    outlets_.hit_changed(news);
  }
  void list_changed(const List& list) override {
    stream_.list_changed(list);
    outlets_.list_changed(list);
  }

 private:
  Desks& stream_;
  flow::PursuitSightings& sightings_;
  flow::OutletDesk& outlets_;
};

}  // namespace bas::app
