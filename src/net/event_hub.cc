#include "net/event_hub.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <deque>
#include <mutex>

#include "base/check.h"

namespace bas::net {
namespace {

constexpr std::size_t kBatchBytes = 64 * 1024;

std::shared_ptr<const std::string> unnumbered(std::string_view name, std::string_view json) {
  return std::make_shared<const std::string>(fmt::format("event: {}\ndata: {}\n\n", name, json));
}

bool is_one_line(std::string_view text) {
  return text.find_first_of("\r\n") == std::string_view::npos;
}

}  // namespace

std::string_view name_of(Reset reason) {
  constexpr std::array<std::string_view, kResetCount> kNames = {"gap", "rights", "restart",
                                                                "schema", "gap"};
  return kNames[static_cast<std::size_t>(reason)];
}

// Where one client stands. Guarded by the hub's mutex, like every member of HubState.
struct EventFeed::Place {
  std::vector<std::string> topics;
  std::uint64_t next = 0;          // the first number not yet looked at
  std::uint64_t bytes_before = 0;  // the hub's byte count there
  bool is_catching_up = false;     // resuming: being far behind is not held against it
  bool hello_due = true;
  bool gap_due = false;
  bool ended = false;
  std::optional<Reset> ending;
  std::chrono::steady_clock::time_point heartbeat_at;
  std::function<void()> wake;

  bool wants(const Event& event) const {
    return topics.empty() || std::find(topics.begin(), topics.end(), event.topic) != topics.end();
  }
};

struct HubState {
  using Place = EventFeed::Place;
  using Events = std::vector<std::shared_ptr<const Event>>;

  HubState(EventHubSettings given, const Clock& time) : settings(std::move(given)), clock(time) {}

  const EventHubSettings settings;
  const Clock& clock;
  mutable std::mutex mutex;
  std::deque<std::shared_ptr<const Event>> ring;  // numbers end at `seq` without a hole
  std::uint64_t seq = 0;
  std::uint64_t bytes = 0;  // of all wires ever
  std::vector<EventFeed*> feeds;
  std::array<std::uint64_t, kResetCount> resets{};
  std::optional<Reset> closing;

  std::uint64_t first_seq() const { return seq + 1 - ring.size(); }

  std::string position() const {
    return fmt::format(R"("seq":{},"server_time":"{}")", seq, format_rfc3339(clock.now()));
  }

  void append(std::shared_ptr<const Event> event) {
    seq = event->seq;
    bytes += event->wire.size();
    ring.push_back(std::move(event));
    while (ring.size() > settings.ring_events ||
           bytes - ring.front()->bytes_before > settings.ring_bytes_max) {
      ring.pop_front();
    }
  }

  // The wake-ups of those who wait for this event; who waits but does not want it passes it by.
  std::vector<std::function<void()>> pass_on(const Event& event) {
    std::vector<std::function<void()>> wakes;
    for (const EventFeed* feed : feeds) {
      Place& place = *feed->place_;
      if (!place.wake) continue;
      if (place.wants(event)) {
        wakes.push_back(std::exchange(place.wake, nullptr));
      } else {
        pass_by(place);
      }
    }
    return wakes;
  }

  void pass_by(Place& place) const {
    place.next = seq + 1;
    place.bytes_before = bytes;
  }

  void place_at_start(Place& place, const std::optional<std::uint64_t>& last_seen) const {
    place.heartbeat_at = clock.steady_now() + settings.heartbeat;
    place.ending = closing;
    pass_by(place);
    if (!last_seen) return;
    place.gap_due = *last_seen > seq || *last_seen + 1 < first_seq();
    if (place.gap_due) return;
    place.next = *last_seen + 1;
    place.is_catching_up = true;
  }

  bool is_behind(const Place& place) const {
    if (place.next < first_seq()) return true;
    return !place.is_catching_up && bytes - place.bytes_before > settings.client_bytes_max;
  }

  bool has_something(const Place& place) const {
    return place.hello_due || place.ending || place.next <= seq ||
           clock.steady_now() >= place.heartbeat_at;
  }

  void begin_end(Place& place, Reset reason) {
    if (place.ending) return;
    place.ending = reason;
    ++resets[static_cast<std::size_t>(reason)];
  }

  void add_hello(Place& place, EventFeed::Batch& batch) {
    if (!std::exchange(place.hello_due, false)) return;
    batch.chunks.push_back(
        unnumbered("hello", fmt::format(R"({{{},"version":"{}"}})", position(), settings.version)));
    if (!place.gap_due || place.ending) return;
    ++resets[static_cast<std::size_t>(Reset::kGap)];
    add_reset(Reset::kGap, batch);
  }

  static void add_reset(Reset reason, EventFeed::Batch& batch) {
    batch.chunks.push_back(
        unnumbered("reset", fmt::format(R"({{"reason":"{}"}})", name_of(reason))));
  }

  void add_heartbeat(Place& place, EventFeed::Batch& batch) const {
    const auto now = clock.steady_now();
    if (now < place.heartbeat_at) return;
    place.heartbeat_at = now + settings.heartbeat;
    batch.chunks.push_back(unnumbered("heartbeat", fmt::format("{{{}}}", position())));
  }

  Events collect(Place& place) const {
    Events events;
    std::size_t collected = 0;
    while (place.next <= seq && collected < kBatchBytes) {
      const auto& event = ring[place.next - first_seq()];
      ++place.next;
      place.bytes_before = event->bytes_before + event->wire.size();
      if (!place.wants(*event)) continue;
      collected += event->wire.size();
      events.push_back(event);
    }
    if (place.next > seq) place.is_catching_up = false;
    return events;
  }

  // What is due beside events; true when the stream ends with it.
  bool add_notices(Place& place, EventFeed::Batch& batch) {
    add_hello(place, batch);
    if (is_behind(place)) begin_end(place, Reset::kSlow);
    if (!place.ending) {
      add_heartbeat(place, batch);
      return false;
    }
    add_reset(*place.ending, batch);
    place.ended = true;
    return true;
  }
};

EventFeed::EventFeed(std::shared_ptr<HubState> hub, Subscription subscription)
    : hub_(std::move(hub)),
      may_see_(std::move(subscription.may_see)),
      place_(std::make_unique<Place>()) {
  place_->topics = std::move(subscription.topics);
  const auto last_seen = std::max(subscription.since, subscription.last_event_id);
  const std::lock_guard lock(hub_->mutex);
  hub_->place_at_start(*place_, last_seen);
  hub_->feeds.push_back(this);
}

EventFeed::~EventFeed() {
  const std::lock_guard lock(hub_->mutex);
  std::erase(hub_->feeds, this);
}

EventFeed::Batch EventFeed::take() {
  Batch batch;
  HubState::Events events;
  {
    const std::lock_guard lock(hub_->mutex);
    batch.is_last = place_->ended || hub_->add_notices(*place_, batch);
    if (!batch.is_last) events = hub_->collect(*place_);
  }
  for (auto& event : events) {
    if (may_see_ && !may_see_(*event)) continue;
    const std::string* wire = &event->wire;
    batch.chunks.emplace_back(std::move(event), wire);
  }
  return batch;
}

void EventFeed::wait(std::function<void()> wake) {
  {
    const std::lock_guard lock(hub_->mutex);
    if (!hub_->has_something(*place_)) {
      place_->wake = std::move(wake);
      return;
    }
  }
  wake();
}

void EventFeed::tick() {
  std::function<void()> wake;
  {
    const std::lock_guard lock(hub_->mutex);
    if (hub_->has_something(*place_)) wake = std::exchange(place_->wake, nullptr);
  }
  if (wake) wake();
}

bool EventFeed::is_overrun() {
  const std::lock_guard lock(hub_->mutex);
  if (hub_->is_behind(*place_)) hub_->begin_end(*place_, Reset::kSlow);
  return place_->ending.has_value() && !place_->ended;
}

void EventFeed::end(Reset reason) {
  {
    const std::lock_guard lock(hub_->mutex);
    hub_->begin_end(*place_, reason);
  }
  tick();
}

EventHub::EventHub(EventHubSettings settings, const Clock& clock)
    : state_(std::make_shared<HubState>(std::move(settings), clock)) {
  const auto micros =
      std::chrono::duration_cast<std::chrono::microseconds>(clock.now().time_since_epoch());
  state_->seq = static_cast<std::uint64_t>(micros.count());
}

EventHub::~EventHub() { close_all(Reset::kRestart); }

std::uint64_t EventHub::publish(std::string_view topic, std::string_view name,
                                std::string_view json, std::vector<std::string> audience) {
  check(is_one_line(json) && is_one_line(name));
  auto event = std::make_shared<Event>();
  event->topic = topic;
  event->name = name;
  event->audience = std::move(audience);
  std::vector<std::function<void()>> wakes;
  {
    const std::lock_guard lock(state_->mutex);
    event->seq = state_->seq + 1;
    event->bytes_before = state_->bytes;
    event->wire = fmt::format("id: {}\nevent: {}\ndata: {}\n\n", event->seq, name, json);
    state_->append(event);
    wakes = state_->pass_on(*event);
  }
  for (const auto& wake : wakes) wake();
  return event->seq;
}

std::uint64_t EventHub::seq() const {
  const std::lock_guard lock(state_->mutex);
  return state_->seq;
}

std::shared_ptr<EventFeed> EventHub::subscribe(Subscription subscription) {
  return std::make_shared<EventFeed>(state_, std::move(subscription));
}

std::size_t EventHub::clients() const {
  const std::lock_guard lock(state_->mutex);
  return state_->feeds.size();
}

std::uint64_t EventHub::resets(Reset reason) const {
  const std::lock_guard lock(state_->mutex);
  return state_->resets[static_cast<std::size_t>(reason)];
}

void EventHub::close_all(Reset reason) {
  std::vector<std::function<void()>> wakes;
  {
    const std::lock_guard lock(state_->mutex);
    state_->closing = reason;
    for (const EventFeed* feed : state_->feeds) {
      state_->begin_end(*feed->place_, reason);
      if (feed->place_->wake) wakes.push_back(std::exchange(feed->place_->wake, nullptr));
    }
  }
  for (const auto& wake : wakes) wake();
}

}  // namespace bas::net
