#include "flow/outlet_desk.h"

#include "base/log.h"

namespace bas::flow {

namespace {

constexpr std::chrono::hours kCaughtUp{24};
constexpr std::size_t kCaughtUpMost = 10'000;
constexpr std::size_t kPursuitsMost = 500;

std::string ms_text(UtcTime time) { return std::to_string(time.time_since_epoch().count()); }

void log_failure(OutletEvent event, const Result<>& told) {
  if (told) return;
  log(LogLevel::kError, "flow", "an event was not put on record for outlets",
      {{"event", std::string(kOutletEventNames.of(event))}, {"reason", told.error().text}});
}

bool is_day_over(const Error& error) {
  return error.code == ErrorCode::kNotFound || error.code == ErrorCode::kDestroyed;
}

}  // namespace

std::optional<OutletNews> news_of(const Hit& hit) {
  const Verdict& verdict = hit.life.verdict;
  const bool was_validated = verdict.at && !verdict.by.id.is_zero();
  if (!audience_of(hit).is_zero() || !was_validated) return std::nullopt;
  if (hit.life.state == HitState::kValidated) {
    return OutletNews{OutletEvent::kHitValidated, hit.id, ms_text(*verdict.at), *verdict.at, {}};
  }
  // Only what was open is withdrawn: somebody's verdict on it was that it is the listed vehicle.
  if (hit.life.state == HitState::kWithdrawn) {
    return OutletNews{OutletEvent::kHitWithdrawn, hit.id, "withdrawn", *verdict.at, {}};
  }
  return std::nullopt;
}

std::optional<OutletNews> news_of(const Pursuit& pursuit, const PursuitEntry& entry) {
  if (!pursuit.audience.is_zero()) return std::nullopt;
  OutletNews news;
  news.event = entry.event == PursuitEvent::kJoin ? OutletEvent::kPursuitJoined
                                                  : OutletEvent::kPursuitChanged;
  news.object = pursuit.id;
  news.key = std::to_string(entry.number);
  news.at = entry.at;
  for (const PursuitZone& one : pursuit.zones) news.zones.push_back(one.zone);
  return news;
}

Result<> OutletDesk::load(ListStore& lists) {
  const auto all = TRY(lists.lists());
  const std::lock_guard lock(mutex_);
  for (const List& list : all) {
    if (list.is_suspended) suspended_.insert(list.id);
  }
  return {};
}

Result<> OutletDesk::catch_up(HitStore& hits, Reads& reads) {
  if (!deliveries_.has_outlets()) return {};
  const UtcTime since = clock_.now() - kCaughtUp;
  std::vector<Id> changed = TRY(deliveries_.objects_told(OutletEvent::kHitValidated));
  for (const SealedHit& one : TRY(hits.without_outcome(kCaughtUpMost))) {
    if (one.life.verdict.at && *one.life.verdict.at >= since) changed.push_back(one.id);
  }
  for (const Id& id : changed) {
    const auto opened = reads.hit(id);
    if (!opened && is_day_over(opened.error())) continue;
    if (!opened) return tl::make_unexpected(opened.error());
    const Hit& hit = opened->hit;
    // Of what was validated before only its end is news: an outlet may want such events since
    // today.
    const bool is_old = hit.life.state == HitState::kValidated && hit.life.verdict.at < since;
    if (!is_old) TRY(tell(hit));
  }
  return {};
}

Result<> OutletDesk::catch_up(PursuitRecords& pursuits) {
  if (!deliveries_.has_outlets()) return {};
  const UtcTime since = clock_.now() - kCaughtUp;
  for (const bool is_running : {true, false}) {
    const PursuitPage page{.before = {}, .limit = kPursuitsMost, .is_running = is_running};
    for (const Pursuit& pursuit : TRY(pursuits.all(page))) {
      if (pursuit.ended_at && *pursuit.ended_at < since) continue;
      TRY(tell_since(pursuits, pursuit, since));
    }
  }
  return {};
}

Result<> OutletDesk::tell_since(PursuitRecords& pursuits, const Pursuit& pursuit, UtcTime since) {
  for (const PursuitEntry& entry : TRY(pursuits.lines(pursuit, 0))) {
    const auto told = news_of(pursuit, entry);
    if (told && entry.at >= since) TRY(deliveries_.tell(*told));
  }
  return {};
}

// A verdict that was taken back is told to whom it was told.
Result<> OutletDesk::tell(const Hit& hit) {
  if (const auto told = news_of(hit)) return deliveries_.tell(*told);
  const bool may_be_undone = is_question(hit.life) && hit.life.version > 2;
  if (!may_be_undone || !audience_of(hit).is_zero()) return {};
  return deliveries_.tell_those_told(
      OutletEvent::kHitValidated, {OutletEvent::kHitWithdrawn, hit.id, "undone", clock_.now(), {}});
}

void OutletDesk::hit_changed(const HitNews& news) {
  const auto told = news_of(news.hit);
  log_failure(told ? told->event : OutletEvent::kHitWithdrawn, tell(news.hit));
}

bool OutletDesk::became_suspended(const List& list) {
  const std::lock_guard lock(mutex_);
  if (list.is_suspended) return suspended_.insert(list.id).second;
  suspended_.erase(list.id);
  return false;
}

void OutletDesk::list_changed(const List& list) {
  if (!became_suspended(list) || list.priority == kPriorityLowest) return;
  const UtcTime now = clock_.now();
  log_failure(OutletEvent::kListSuspended,
              deliveries_.tell(
                  {OutletEvent::kListSuspended, list.id, ms_text(now), now, {list.owner_zone}}));
}

void OutletDesk::pursuit_changed(const PursuitNews& news) {
  if (const auto told = news_of(news.pursuit, news.entry)) {
    log_failure(told->event, deliveries_.tell(*told));
  }
}

}  // namespace bas::flow
