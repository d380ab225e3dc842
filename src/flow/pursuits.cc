#include "flow/pursuits.h"

#include "base/log.h"
#include "flow/hit_sharing.h"
#include "flow/layers.h"
#include "flow/pursuit_codec.h"

namespace bas::flow {

namespace {

constexpr std::size_t kRunningMost = 1000;

bool is_erased(const Error& error) {
  return error.code == ErrorCode::kDestroyed || error.code == ErrorCode::kNotFound;
}

tl::unexpected<Error> no_such_pursuit() {
  return fail(ErrorCode::kNotFound, "there is no such pursuit");
}

std::string place_of_line(const Id& pursuit, int number) {
  return to_string(pursuit) + '/' + std::to_string(number);
}

Result<Pursuit> opened(vault::Vault& vault, const SealedPursuit& sealed) {
  const Sealing sealing{vault::SealKind::kPursuit, sealed.id.view(), sealed.day};
  const auto record = TRY(open_record(vault, sealing, sealed.sealed));
  Pursuit pursuit = TRY(decode_pursuit(record.plain));
  pursuit.source = record.source;
  pursuit.day = sealed.day;
  return pursuit;
}

Result<SealedPursuit> sealed(vault::Vault& vault, const Pursuit& pursuit) {
  const Sealing sealing{vault::SealKind::kPursuit, pursuit.id.view(), pursuit.day, pursuit.source};
  SealedPursuit out{pursuit.id,
                    pursuit.day,
                    pursuit.version,
                    pursuit.entry,
                    pursuit.expires_at,
                    pursuit.ended_at.has_value(),
                    {}};
  out.sealed = TRY(seal_record(vault, sealing, encode_pursuit(pursuit)));
  return out;
}

}  // namespace

void Pursuits::remember(const Pursuit& pursuit) {
  const std::lock_guard lock(mutex_);
  if (pursuit.ended_at) {
    running_.erase(pursuit.entry);
  } else {
    running_[pursuit.entry] = pursuit.id;
  }
}

Result<> Pursuits::load() {
  for (const SealedPursuit& one : TRY(parts_.store.pursuits({{}, kRunningMost, true}))) {
    const auto pursuit = opened(parts_.vault, one);
    if (!pursuit && is_erased(pursuit.error())) continue;
    if (!pursuit) return tl::make_unexpected(pursuit.error());
    remember(*pursuit);
  }
  return {};
}

Result<Pursuit> Pursuits::stored(const Id& id) {
  const auto kept = TRY(parts_.store.pursuit(id));
  if (!kept) return no_such_pursuit();
  auto pursuit = opened(parts_.vault, *kept);
  if (!pursuit && is_erased(pursuit.error())) return no_such_pursuit();
  return pursuit;
}

Result<Pursuits::Found> Pursuits::found(const Id& id, const User& user) {
  Pursuit pursuit = TRY(stored(id));
  const HitWithRead began = TRY(parts_.reads.hit(pursuit.hit));
  const auto share = hit_request(policy::Act::kShareHit, began.hit, parts_.gate);
  if (!parts_.gate.ask(share, user).permit) return no_such_pursuit();
  return Found{std::move(pursuit), began.hit};
}

Result<std::vector<PursuitEntry>> Pursuits::lines_of(const Pursuit& pursuit, int behind) {
  std::vector<PursuitEntry> log;
  for (const SealedPursuitLine& line : TRY(parts_.store.lines(pursuit.id, behind))) {
    const std::string place = place_of_line(pursuit.id, line.number);
    const Sealing sealing{vault::SealKind::kPursuitLine, place, pursuit.day};
    const auto record = TRY(open_record(parts_.vault, sealing, line.sealed));
    log.push_back(TRY(decode_pursuit_entry(record.plain)));
  }
  return log;
}

// The line is on record before anybody is told. Sent twice under one key it is there once.
Result<PursuitWithLog> Pursuits::put(const Pursuit& before, PursuitEntry entry,
                                     const std::string& key) {
  entry.at = parts_.clock.now();
  const Pursuit now = TRY(after(before, entry));
  entry.number = now.version;
  const std::string place = place_of_line(now.id, entry.number);
  const Sealing sealing{vault::SealKind::kPursuitLine, place, now.day, now.source};
  SealedPursuitLine line{entry.number, {}, key};
  line.sealed = TRY(seal_record(parts_.vault, sealing, encode_pursuit_entry(entry)));
  const SealedPursuit kept = TRY(sealed(parts_.vault, now));
  if (!TRY(parts_.store.put(kept, line))) {
    Pursuit as_it_is = TRY(stored(now.id));
    auto whole = TRY(lines_of(as_it_is, 0));
    return PursuitWithLog{std::move(as_it_is), std::move(whole)};
  }
  remember(now);
  parts_.tell({now, entry});
  auto whole = TRY(lines_of(now, 0));
  return PursuitWithLog{now, std::move(whole)};
}

Result<> Pursuits::note_use(const Hit& hit, policy::Act act, PursuitEvent event,
                            const Person& who) {
  Use use;
  use.facts.what = "pursuit ";
  use.facts.what += name_of(event);
  use.facts.results = 1;
  use.details.predicate = to_string(hit.id);
  TRY(parts_.gate.deliver(hit_request(act, hit, parts_.gate), std::move(use), who));
  return {};
}

Result<PursuitWithLog> Pursuits::begin(const Begin& wish, const Person& who, std::stop_token stop) {
  HitWithRead began = TRY(parts_.reads.hit(wish.hit));
  {
    const std::lock_guard lock(mutex_);
    if (running_.contains(began.hit.entry)) {
      return fail(ErrorCode::kConflict, "this vehicle is pursued already: join that pursuit");
    }
  }
  if (began.hit.life.follow_up == FollowUp::kNone) {
    StepWish sent{wish.hit, wish.version, {}, wish.key};
    sent.step.kind = StepKind::kDispatch;
    began = TRY(parts_.judging.take(std::move(sent), who, std::move(stop)));
  }
  TRY(note_use(began.hit, policy::Act::kDispatch, PursuitEvent::kOpen, who));
  Pursuit pursuit;
  pursuit.id = make_id(parts_.clock.now(), parts_.random);
  pursuit.hit = began.hit.id;
  pursuit.incident = began.hit.incident;
  pursuit.entry = began.hit.entry;
  pursuit.target = began.hit.entry_plate;
  pursuit.priority = began.hit.priority;
  pursuit.source = began.hit.source;
  pursuit.day = brussels_day(began.hit.captured_at);
  PursuitEntry entry;
  entry.event = PursuitEvent::kOpen;
  entry.by = {who.user.id, who.user.display_name, who.user.zone};
  entry.hit = began.hit.id;
  entry.until = parts_.clock.now() + kPursuitLasts;
  return put(pursuit, std::move(entry), wish.key);
}

Result<PursuitWithLog> Pursuits::write(Wish wish, const Person& who) {
  const Found now = TRY(found(wish.pursuit, who.user));
  if (wish.version != 0 && wish.version != now.pursuit.version) {
    return fail(ErrorCode::kConflict, "the pursuit has changed since you looked at it");
  }
  const bool is_servers = wish.entry.event == PursuitEvent::kOpen ||
                          wish.entry.event == PursuitEvent::kSight ||
                          wish.entry.outcome == HitOutcome::kNotRecorded;
  if (is_servers) return fail(ErrorCode::kBadInput, "this line is the server's own");
  TRY(note_use(now.hit, policy::Act::kShareHit, wish.entry.event, who));
  wish.entry.by = {who.user.id, who.user.display_name, who.user.zone};
  const bool ends = wish.entry.event == PursuitEvent::kEnd;
  const HitOutcome outcome = wish.entry.outcome;
  auto written = TRY(put(now.pursuit, std::move(wish.entry), wish.key));
  if (!ends || !is_open(now.hit.life)) return written;
  StepWish closing{now.hit.id, 0, {}, wish.key};
  closing.step.kind = StepKind::kClose;
  closing.step.outcome = outcome;
  TRY(parts_.judging.take(std::move(closing), who, {}));
  return written;
}

Result<std::vector<Pursuit>> Pursuits::all(const PursuitPage& page, const Person& who) {
  std::vector<Pursuit> all;
  for (const SealedPursuit& one : TRY(parts_.store.pursuits(page))) {
    auto seen = found(one.id, who.user);
    if (!seen && is_erased(seen.error())) continue;
    all.push_back(TRY(std::move(seen)).pursuit);
  }
  return all;
}

Result<PursuitWithLog> Pursuits::one(const Asked& asked, const Person& who) {
  Found now = TRY(found(asked.pursuit, who.user));
  TRY(note_use(now.hit, policy::Act::kShareHit, PursuitEvent::kNote, who));
  PursuitWithLog shown{std::move(now.pursuit), {}};
  if (is_in(shown.pursuit, who.user.zone)) shown.log = TRY(lines_of(shown.pursuit, asked.behind));
  return shown;
}

void Pursuits::sighted(const HitNews& news) {
  Id pursuit;
  {
    const std::lock_guard lock(mutex_);
    const auto found = running_.find(news.hit.entry);
    if (found == running_.end()) return;
    pursuit = found->second;
  }
  PursuitEntry entry;
  entry.event = PursuitEvent::kSight;
  entry.hit = news.hit.id;
  const auto written = [&]() -> Result<> {
    const Pursuit before = TRY(stored(pursuit));
    TRY(put(before, std::move(entry), to_string(news.hit.id)));
    return {};
  }();
  if (written) return;
  log(LogLevel::kWarning, "flow", "a sighting was not written into its pursuit",
      {{"pursuit", to_string(pursuit)}, {"reason", written.error().text}});
}

Result<std::size_t> Pursuits::run() {
  std::size_t ended = 0;
  for (const SealedPursuit& one : TRY(parts_.store.pursuits({{}, kRunningMost, true}))) {
    if (one.expires_at > parts_.clock.now()) continue;
    const auto pursuit = stored(one.id);
    if (!pursuit && is_erased(pursuit.error())) continue;
    if (!pursuit) return tl::make_unexpected(pursuit.error());
    PursuitEntry entry;
    entry.event = PursuitEvent::kEnd;
    entry.outcome = HitOutcome::kNotRecorded;
    TRY(put(*pursuit, std::move(entry), {}));
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
