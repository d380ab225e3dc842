// Server-sent events: one numbered stream that any number of clients follow, each at its own pace.
// An event is formatted once and kept in a ring; a client is a cursor into it, so a slow one costs
// nothing, and is told `reset` and cut once it is too far behind.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.h"

namespace bas::net {

// Why a client has to fetch its snapshot again. kSlow reaches the client as "gap".
enum class Reset { kGap, kRights, kRestart, kSchema, kSlow };
inline constexpr std::size_t kResetCount = 5;
std::string_view name_of(Reset reason);

struct Event {
  std::uint64_t seq = 0;
  std::string topic;
  std::string name;
  std::vector<std::string> audience;  // whom it is for, in the caller's words; empty: everyone
  std::string wire;                   // as it is sent
  std::uint64_t bytes_before = 0;     // sum of all earlier wires of this hub
};

struct EventHubSettings {
  std::size_t ring_events = 20'000;             // how far back a client can resume
  std::size_t ring_bytes_max = 64 << 20;        // whatever comes first
  std::size_t client_bytes_max = 1 << 20;       // further behind than this: reset and cut
  std::chrono::milliseconds heartbeat{10'000};  // also when other events flow
  std::string version;                          // sent in `hello`
};

struct Subscription {
  std::vector<std::string> topics;     // empty: all
  std::optional<std::uint64_t> since;  // both absent: from now on
  std::optional<std::uint64_t> last_event_id;
  // Asked for every event at the moment of sending, on the thread that sends. Empty: yes.
  std::function<bool(const Event&)> may_see;
};

struct HubState;

// One client's side. Threads: take() and wait() from one at a time, the rest from any.
class EventFeed {
 public:
  struct Batch {
    std::vector<std::shared_ptr<const std::string>> chunks;
    bool is_last = false;  // close after sending
  };

  EventFeed(std::shared_ptr<HubState> hub, Subscription subscription);
  ~EventFeed();
  EventFeed(const EventFeed&) = delete;
  EventFeed& operator=(const EventFeed&) = delete;

  // What is to be sent now, a heartbeat included when it is due; about 64 KiB at most.
  Batch take();
  // Calls `wake` once, from any thread, as soon as take() has something. At once if it has already.
  void wait(std::function<void()> wake);
  // Wakes a waiting sender whose heartbeat is due. To be called about every second.
  void tick();
  // True while the stream is to end, being too far behind or told to: cut it if it stays so.
  bool is_overrun();
  // The next take() ends the stream with `reset`.
  void end(Reset reason);

 private:
  friend class EventHub;
  struct Place;  // guarded by the hub's mutex
  friend struct HubState;
  std::shared_ptr<HubState> hub_;
  std::function<bool(const Event&)> may_see_;
  std::unique_ptr<Place> place_;
};

// Threads: any. `clock` must outlive the hub and its feeds.
class EventHub {
 public:
  EventHub(EventHubSettings settings, const Clock& clock);
  ~EventHub();

  // Returns the event's number. `json` must be one line. Cheap: never waits for a client.
  std::uint64_t publish(std::string_view topic, std::string_view name, std::string_view json,
                        std::vector<std::string> audience = {});

  // The number of the latest event. Numbers begin at the hub's start time in microseconds, so that
  // those of an earlier run are always lower; they stay exact in a JSON number.
  std::uint64_t seq() const;

  // Starts with `hello`, then `reset` gap when it cannot resume, then events.
  std::shared_ptr<EventFeed> subscribe(Subscription subscription);

  std::size_t clients() const;
  std::uint64_t resets(Reset reason) const;

  // Ends every stream with `reset`; later subscribers are ended the same way.
  void close_all(Reset reason);

 private:
  std::shared_ptr<HubState> state_;
};

}  // namespace bas::net
