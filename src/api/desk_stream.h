// Hits as events on the stream that desks follow.
#pragma once

#include <mutex>
#include <optional>
#include <vector>

#include "api/metrics.h"
#include "base/clock.h"
#include "flow/directory.h"
#include "flow/pursuit_records.h"
#include "net/event_hub.h"
#include "ports/desks.h"
#include "ports/list_store.h"

namespace bas::api {

// Threads: as ports/desks.h says. Publishing never waits for a desk.
class DeskStream final : public Desks {
 public:
  struct Parts {
    net::EventHub& events;
    const flow::Directory& directory;
    ListStore& lists;
    Metrics& metrics;
    const Clock& clock;
  };
  explicit DeskStream(Parts parts) : parts_(parts) {}

  void hit_created(const HitNews& news) override;
  void hit_changed(const HitNews& news) override;
  void list_changed(const List& list) override;
  void pursuit_changed(const flow::PursuitNews& news);

 private:
  void publish_hit(const char* name, const HitNews& news);
  std::optional<List> list_of(const Hit& hit);

  Parts parts_;
  std::mutex mutex_;         // guards lists_
  std::vector<List> lists_;  // as last read; read again for a hit of an unknown list
};

}  // namespace bas::api
