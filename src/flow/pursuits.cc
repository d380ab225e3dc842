#include "flow/pursuits.h"

#include "flow/hit_sharing.h"
#include "flow/layers.h"

namespace bas::flow {

namespace {

constexpr std::size_t kEndedAtOnce = 1000;

Pursuit pursuit_of(const Hit& hit, Id id) {
  Pursuit pursuit;
  pursuit.id = id;
  pursuit.hit = hit.id;
  pursuit.incident = hit.incident;
  pursuit.entry = hit.entry;
  pursuit.target = hit.entry_plate;
  pursuit.priority = hit.priority;
  pursuit.audience = audience_of(hit);
  pursuit.source = hit.source;
  pursuit.day = brussels_day(hit.captured_at);
  return pursuit;
}

PursuitEntry opening(const Hit& hit, const User& user, UtcTime until) {
  PursuitEntry entry;
  entry.event = PursuitEvent::kOpen;
  entry.by = doer_of(user);
  entry.hit = hit.id;
  entry.camera = hit.camera;
  entry.seen_at = hit.captured_at;
  entry.is_alike = hit.kind != "exact";
  entry.until = until;
  return entry;
}

}  // namespace

Result<Pursuits::Found> Pursuits::found(const Id& id, const Person& who) {
  Pursuit pursuit = TRY(parts_.records.stored(id));
  const HitWithRead began = TRY(parts_.judging.seen(pursuit.hit, who));
  return Found{std::move(pursuit), began.hit};
}

Result<PursuitWithLog> Pursuits::whole(const Pursuit& pursuit) {
  auto log = TRY(parts_.records.lines(pursuit, 0));
  return PursuitWithLog{pursuit, std::move(log)};
}

// `event` empty: it is looked at. Whether a unit may be sent was asked when it was.
Result<> Pursuits::note_use(const Hit& hit, std::optional<PursuitEvent> event, const Person& who) {
  Use use;
  use.facts.what = "pursuit ";
  use.facts.what += event ? name_of(*event) : "shown";
  use.facts.results = 1;
  use.details.predicate = to_string(hit.id);
  TRY(parts_.gate.deliver(hit_request(policy::Act::kShareHit, hit, parts_.gate), std::move(use),
                          who));
  return {};
}

// The same wish sent again finds what it began.
Result<std::optional<PursuitWithLog>> Pursuits::begun_before(const Id& entry,
                                                             const PursuitRecords::Line& line) {
  const auto running = parts_.records.running(entry);
  if (!running) return std::optional<PursuitWithLog>{};
  const auto pursuit = parts_.records.stored(*running);
  if (!pursuit && is_erased(pursuit.error())) return std::optional<PursuitWithLog>{};
  if (!pursuit) return tl::make_unexpected(pursuit.error());
  const bool is_same = TRY(parts_.records.is_written(*pursuit, line));
  if (is_same) return TRY(whole(*pursuit));
  return fail(ErrorCode::kConflict, "this vehicle is pursued already: join that pursuit");
}

Result<PursuitWithLog> Pursuits::begin(const Begin& wish, const Person& who, std::stop_token stop) {
  HitWithRead began = TRY(parts_.judging.seen(wish.hit, who));
  const UtcTime until = parts_.clock.now() + kPursuitLasts;
  PursuitRecords::Line line{opening(began.hit, who.user, until), wish.key};
  if (auto earlier = TRY(begun_before(began.hit.entry, line))) return *std::move(earlier);
  if (began.hit.life.follow_up == FollowUp::kNone) {
    StepWish sent{wish.hit, wish.version, {}, wish.key};
    sent.step.kind = StepKind::kDispatch;
    began = TRY(parts_.judging.take(std::move(sent), who, std::move(stop)));
  }
  const auto turn = parts_.records.turn();
  if (auto earlier = TRY(begun_before(began.hit.entry, line))) return *std::move(earlier);
  TRY(note_use(began.hit, PursuitEvent::kOpen, who));
  const Id id = make_id(parts_.clock.now(), parts_.random);
  const Pursuit begun = TRY(parts_.records.put(pursuit_of(began.hit, id), std::move(line)));
  return whole(begun);
}

Result<> Pursuits::close_hit(const Found& now, const Wish& wish, const Person& who) {
  if (wish.entry.event != PursuitEvent::kEnd || !is_open(now.hit.life)) return {};
  StepWish closing{now.hit.id, 0, {}, wish.key};
  closing.step.kind = StepKind::kClose;
  closing.step.outcome = wish.entry.outcome;
  TRY(parts_.judging.take(std::move(closing), who, {}));
  return {};
}

Result<PursuitWithLog> Pursuits::write(Wish wish, const Person& who) {
  const bool is_servers = wish.entry.event == PursuitEvent::kOpen ||
                          wish.entry.event == PursuitEvent::kSight ||
                          wish.entry.outcome == HitOutcome::kNotRecorded;
  if (is_servers) return fail(ErrorCode::kBadInput, "this line is the server's own");
  const auto turn = parts_.records.turn();
  const Found now = TRY(found(wish.pursuit, who));
  wish.entry.by = doer_of(who.user);
  wish.entry.at = parts_.clock.now();
  const bool is_written = TRY(parts_.records.is_written(now.pursuit, {wish.entry, wish.key}));
  if (is_written) return whole(now.pursuit);
  if (wish.version != 0 && wish.version != now.pursuit.version) {
    return fail(ErrorCode::kConflict, "the pursuit has changed since you looked at it");
  }
  TRY(after(now.pursuit, wish.entry));
  TRY(note_use(now.hit, wish.entry.event, who));
  TRY(close_hit(now, wish, who));
  const PursuitRecords::Line line{std::move(wish.entry), std::move(wish.key)};
  const Pursuit written = TRY(parts_.records.put(now.pursuit, line));
  return whole(written);
}

Result<std::vector<Pursuit>> Pursuits::all(const PursuitPage& page, const Person& who) {
  std::vector<Pursuit> seen;
  for (Pursuit& one : TRY(parts_.records.all(page))) {
    const auto began = parts_.judging.seen(one.hit, who);
    if (!began && is_erased(began.error())) continue;  // or this person does not see it
    if (!began) return tl::make_unexpected(began.error());
    seen.push_back(std::move(one));
  }
  return seen;
}

Result<PursuitWithLog> Pursuits::one(const Asked& asked, const Person& who) {
  Found now = TRY(found(asked.pursuit, who));
  TRY(note_use(now.hit, {}, who));
  PursuitWithLog shown{std::move(now.pursuit), {}};
  if (is_in(shown.pursuit, who.user.zone)) {
    shown.log = TRY(parts_.records.lines(shown.pursuit, asked.behind));
  }
  return shown;
}

Result<std::size_t> Pursuits::run() {
  std::size_t ended = 0;
  const auto turn = parts_.records.turn();
  for (const Pursuit& one : TRY(parts_.records.all({{}, kEndedAtOnce, true}))) {
    if (one.expires_at > parts_.clock.now()) continue;
    PursuitEntry entry;
    entry.event = PursuitEvent::kEnd;
    entry.outcome = HitOutcome::kNotRecorded;
    TRY(parts_.records.put(one, {std::move(entry)}));
    ++ended;
  }
  return ended;
}

void Pursuits::start(std::chrono::milliseconds every) {
  job_.start(every, or_complain("pursuits that ran out could not be ended", [this]() -> Result<> {
               TRY(run());
               return {};
             }));
}

}  // namespace bas::flow
