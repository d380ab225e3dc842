#include "flow/deliveries.h"

#include <absl/container/flat_hash_set.h>

#include <algorithm>

#include "base/log.h"

namespace bas::flow {

namespace {

using Answered = OutletAnswer::Verdict;
using std::chrono::milliseconds;
using std::chrono::seconds;

// What is due is looked for this often, unless something woke us.
constexpr milliseconds kLook{1'000};
// An outlet that failed rests, twice as long each time, before another of its events is tried.
constexpr milliseconds kRestFirst{500};
constexpr milliseconds kRestMost{60'000};
constexpr milliseconds kSlowLeast{5'000};
constexpr std::size_t kPageMost = 500;

void complain(const char* what, const Id& outlet, const std::string& reason) {
  log(LogLevel::kError, "flow", what, {{"outlet", to_string(outlet)}, {"reason", reason}});
}

}  // namespace

double Deliveries::draw() { return static_cast<double>(parts_.random.next() % 1'000) / 1'000; }

OutletDelivery Deliveries::made(const OutletNews& news, const Outlet& outlet) {
  const UtcTime now = parts_.clock.now();
  OutletDelivery one;
  one.id = make_id(now, parts_.random);
  one.outlet = outlet.id;
  one.event = news.event;
  one.object = news.object;
  one.key = news.key;
  one.happened_at = news.at;
  one.due_at = now;
  if (outlet.is_disabled()) {
    one.state = DeliveryState::kDead;
    one.failure = "the outlet was out of use";
  }
  return one;
}

Result<> Deliveries::record(const OutletNews& news, const std::vector<Outlet>& outlets) {
  std::vector<OutletDelivery> all;
  for (const Outlet& outlet : outlets) all.push_back(made(news, outlet));
  if (all.empty()) return {};
  TRY(parts_.store.add(all));
  for (const Outlet& outlet : outlets) wake(outlet.id);
  return {};
}

Result<> Deliveries::tell(const OutletNews& news) {
  auto outlets = parts_.outlets.all();
  std::erase_if(outlets, [&](const Outlet& outlet) { return !is_for(outlet, news); });
  return record(news, outlets);
}

Result<> Deliveries::tell_those_told(OutletEvent earlier, const OutletNews& news) {
  for (const Outlet& outlet : parts_.outlets.all()) {
    if (!is_for(outlet, news)) continue;
    const std::size_t times = TRY(parts_.store.count(outlet.id, earlier, news.object));
    if (times == 0) continue;
    OutletNews numbered = news;
    numbered.key += '-' + std::to_string(times);
    TRY(record(numbered, {outlet}));
  }
  return {};
}

Result<std::vector<Id>> Deliveries::objects_told(OutletEvent event) {
  absl::flat_hash_set<Id> objects;
  for (const Outlet& outlet : parts_.outlets.all()) {
    DeliveryPage page{.outlet = outlet.id, .limit = kPageMost};
    for (bool is_more = true; is_more;) {
      const auto deliveries = TRY(parts_.store.deliveries(page));
      for (const OutletDelivery& one : deliveries) {
        if (one.event == event) objects.insert(one.object);
      }
      is_more = deliveries.size() == page.limit;
      if (is_more) page.before = deliveries.back().id;
    }
  }
  return std::vector<Id>(objects.begin(), objects.end());
}

Result<OutletDelivery> Deliveries::test(const Id& id) {
  const Outlet outlet = TRY(parts_.outlets.one(id));
  if (outlet.is_disabled()) {
    return fail(ErrorCode::kConflict, "the outlet is out of use: enable it first");
  }
  const UtcTime now = parts_.clock.now();
  const Id once = make_id(now, parts_.random);
  const OutletDelivery one = made({OutletEvent::kTest, id, to_string(once), now, {}}, outlet);
  TRY(parts_.store.add({&one, 1}));
  wake(id);
  return one;
}

Result<OutletDelivery> Deliveries::replay(const Id& outlet, const Id& delivery) {
  const Outlet to = TRY(parts_.outlets.one(outlet));
  auto found = TRY(parts_.store.delivery(delivery));
  if (!found || found->outlet != outlet) {
    return fail(ErrorCode::kNotFound, "there is no such delivery");
  }
  if (to.is_disabled()) {
    return fail(ErrorCode::kConflict, "the outlet is out of use: enable it first");
  }
  found->state = DeliveryState::kWaiting;
  found->attempts = 0;
  found->due_at = parts_.clock.now();
  TRY(parts_.store.note(*found));
  wake(outlet);
  return *found;
}

Result<std::size_t> Deliveries::replay(const DeliveryPeriod& period) {
  const Outlet to = TRY(parts_.outlets.one(period.outlet));
  if (to.is_disabled()) {
    return fail(ErrorCode::kConflict, "the outlet is out of use: enable it first");
  }
  const std::size_t revived = TRY(parts_.store.revive(period, parts_.clock.now()));
  wake(period.outlet);
  return revived;
}

Result<> Deliveries::remove(const Id& outlet) {
  TRY(parts_.outlets.remove(outlet));
  {
    const std::lock_guard lock(mutex_);
    lanes_.erase(outlet);
  }
  return parts_.store.drop_outlet(outlet);
}

// What is new is looked for at once; who rests after a failure goes on resting.
void Deliveries::wake(const Id& outlet) {
  {
    const std::lock_guard lock(mutex_);
    lanes_[outlet].empty_until = {};
    ++calls_;
  }
  woken_.notify_all();  // one of them may sit with a slow receiver for long
}

std::optional<Deliveries::Job> Deliveries::take() {
  const UtcTime now = parts_.clock.now();
  for (Outlet& outlet : parts_.outlets.all()) {
    if (outlet.is_disabled()) continue;
    {
      const std::lock_guard lock(mutex_);
      Lane& lane = lanes_[outlet.id];
      if (lane.is_sending || lane.rests_until > now || lane.empty_until > now) continue;
      lane.is_sending = true;
      lane.empty_until = now + kLook;  // unless woken meanwhile
    }
    const auto due = parts_.store.due(outlet.id, now);
    if (due && *due) return Job{std::move(outlet), **due};
    if (!due) complain("what waits for an outlet cannot be read", outlet.id, due.error().text);
    const std::lock_guard lock(mutex_);
    lanes_[outlet.id].is_sending = false;
  }
  return std::nullopt;
}

bool Deliveries::send_one(const std::stop_token& stop) {
  const auto job = take();
  if (!job) return false;
  const auto begun = parts_.clock.steady_now();
  OutletAnswer answer = parts_.sender.send({job->outlet, job->delivery, parts_.clock.now()}, stop);
  answer.duration = std::chrono::duration_cast<milliseconds>(parts_.clock.steady_now() - begun);
  // What the end of the server cut off was no attempt: it is made again after the start.
  const bool is_cut = stop.stop_requested() && answer.verdict != Answered::kDelivered;
  if (!is_cut) finish(*job, answer);
  rest(job->outlet.id, answer);
  return true;
}

void Deliveries::finish(const Job& job, const OutletAnswer& answer) {
  const Attempt attempt{parts_.clock.now(), answer, draw()};
  const OutletDelivery now = after(job.delivery, attempt);
  const auto noted = parts_.store.note(now);
  if (!noted && noted.error().code == ErrorCode::kNotFound) return;
  if (!noted)
    complain("what became of a delivery is not on record", now.outlet, noted.error().text);
  parts_.count(answer.verdict);
  if (now.state != DeliveryState::kDead) return;
  const auto given_up = give_up(
      job.outlet, answer.verdict == Answered::kGone
                      ? "the receiver said that it is gone for good (410)"
                      : "an event was tried as often as the schedule has it: " + answer.failure);
  if (!given_up) complain("an outlet was not disabled", now.outlet, given_up.error().text);
}

void Deliveries::rest(const Id& outlet, const OutletAnswer& answer) {
  const std::lock_guard lock(mutex_);
  const auto found = lanes_.find(outlet);
  if (found == lanes_.end()) return;
  Lane& lane = found->second;
  lane.is_sending = false;
  lane.empty_until = {};
  if (answer.verdict == Answered::kDelivered) {
    lane.failures = 0;
    return;
  }
  milliseconds pause = std::min(kRestMost, kRestFirst * (1 << std::min(lane.failures++, 10)));
  if (answer.verdict == Answered::kSlowDown) {
    pause = std::max<milliseconds>(
        {pause, kSlowLeast,
         std::min<milliseconds>(answer.retry_after.value_or(seconds{0}), kRetryAfterMost)});
  }
  lane.rests_until = parts_.clock.now() + pause;
}

Result<> Deliveries::give_up(const Outlet& outlet, const std::string& because) {
  const bool is_new = TRY(parts_.outlets.disable(outlet.id, because));
  TRY(parts_.store.bury(outlet.id));
  if (!is_new) return {};
  complain("an outlet is out of use: its administrators have to look", outlet.id, because);
  const UtcTime now = parts_.clock.now();
  return tell({OutletEvent::kOutletDisabled,
               outlet.id,
               std::to_string(now.time_since_epoch().count()),
               now,
               {outlet.zone}});
}

Result<> Deliveries::forget() {
  TRY(parts_.store.drop_before(parts_.clock.now() - kKept));
  return {};
}

void Deliveries::run(const std::stop_token& stop) {
  std::uint64_t heard = 0;
  while (!stop.stop_requested()) {
    if (send_one(stop)) continue;
    std::unique_lock lock(mutex_);
    woken_.wait_for(lock, stop, kLook, [&] { return calls_ != heard; });
    heard = calls_;
  }
}

void Deliveries::start() {
  forgetting_.start(std::chrono::hours(1),
                    or_complain("old deliveries were not forgotten", [this] { return forget(); }));
  for (std::size_t i = 0; i < kSenders; ++i) {
    senders_.emplace_back([this](const std::stop_token& stop) { run(stop); });
  }
}

}  // namespace bas::flow
