#include "flow/pursuit_sightings.h"

#include <algorithm>

#include "base/log.h"

namespace bas::flow {

namespace {

constexpr std::chrono::seconds kTriedAgainAfter{1};

PursuitEntry sighting_of(const Hit& hit) {
  PursuitEntry entry;
  entry.event = PursuitEvent::kSight;
  entry.hit = hit.id;
  entry.camera = hit.camera;
  entry.seen_at = hit.captured_at;
  entry.is_alike = hit.kind != "exact";
  return entry;
}

void not_written(const Id& pursuit, const std::string& reason) {
  log(LogLevel::kWarning, "flow", "a sighting was not written into its pursuit",
      {{"pursuit", to_string(pursuit)}, {"reason", reason}});
}

}  // namespace

Result<> PursuitSightings::load() {
  for (const Pursuit& pursuit : TRY(records_.load())) {
    const auto log = TRY(records_.lines(pursuit, 0));
    for (const HitWithRead& one : TRY(reads_.hits_of_incident(pursuit.incident))) {
      const bool is_of_it =
          one.hit.entry == pursuit.entry && one.hit.created_at >= pursuit.opened_at;
      const bool is_there = std::ranges::find(log, one.hit.id, &PursuitEntry::hit) != log.end();
      if (is_of_it && !is_there) wait_for({pursuit.id, sighting_of(one.hit)});
    }
  }
  return catch_up();
}

void PursuitSightings::sighted(const HitNews& news) {
  const auto pursuit = records_.running(news.hit.entry);
  if (pursuit) wait_for({*pursuit, sighting_of(news.hit)});
}

void PursuitSightings::wait_for(Sighting sighting) {
  {
    const std::lock_guard lock(mutex_);
    if (waiting_.size() < kSightingsWaitingMost) {
      waiting_.push_back(std::move(sighting));
    } else {
      not_written(sighting.pursuit, "too many wait");
    }
  }
  woken_.notify_one();
}

// Its hit may be told twice: it is one line.
Result<> PursuitSightings::write(const Sighting& sighting) {
  const auto turn = records_.turn();
  const auto before = records_.stored(sighting.pursuit);
  if (!before && before.error().code == ErrorCode::kNotFound) return {};
  if (!before) return tl::make_unexpected(before.error());
  const PursuitRecords::Line line{sighting.entry, to_string(sighting.entry.hit)};
  const bool is_written = TRY(records_.is_written(*before, line));
  if (before->ended_at || is_written) return {};
  TRY(records_.put(*before, line));
  return {};
}

Result<> PursuitSightings::catch_up() {
  for (;;) {
    Sighting next;
    {
      const std::lock_guard lock(mutex_);
      if (waiting_.empty()) return {};
      next = waiting_.front();
    }
    const auto written = write(next);
    if (!written && written.error().code == ErrorCode::kUnavailable) return written;
    if (!written) not_written(next.pursuit, written.error().text);
    const std::lock_guard lock(mutex_);
    waiting_.pop_front();
  }
}

void PursuitSightings::start() {
  thread_ = std::jthread([this](const std::stop_token& stop) {
    while (!stop.stop_requested()) {
      const auto done = catch_up();
      if (!done) {
        log(LogLevel::kWarning, "flow", "a sighting could not be written into its pursuit yet",
            {{"reason", done.error().text}});
      }
      std::unique_lock lock(mutex_);
      if (done) {
        woken_.wait(lock, stop, [this] { return !waiting_.empty(); });
      } else {
        woken_.wait_for(lock, stop, kTriedAgainAfter, [] { return false; });
      }
    }
  });
}

}  // namespace bas::flow
