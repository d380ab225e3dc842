#include "model/pursuit.h"

#include <gtest/gtest.h>

namespace bas {
namespace {

using enum PursuitEvent;

Id id_of(char c) {
  Id id;
  id.bytes.fill(c);
  return id;
}
UtcTime minute(int minutes) { return UtcTime{std::chrono::minutes(minutes)}; }
const Doer kLeader{id_of('a'), "An", id_of('N')}, kOther{id_of('b'), "Bo", id_of('S')};

PursuitEntry line(PursuitEvent event, const Doer& by = kLeader) {
  PursuitEntry entry;
  entry.event = event;
  entry.by = by;
  entry.at = minute(10);
  if (event == kOpen) entry.until = minute(130);
  if (event == kOpen) entry.seen_at = minute(9);
  if (event == kExtend) entry.until = minute(200);
  if (event == kInvite || event == kHandOver) entry.zone = kOther.zone;
  if (event == kNote) entry.note = "seen at the bridge";
  if (event == kSight) entry.hit = id_of('h');
  if (event == kSight) entry.seen_at = minute(11);
  if (event == kEnd) entry.outcome = HitOutcome::kConfirmed;
  return entry;
}
Pursuit begun() {
  Pursuit pursuit;
  pursuit.hit = id_of('g');
  return after(pursuit, line(kOpen)).value();
}

TEST(Pursuit, begins_with_who_opened_it_in_the_lead) {
  const Pursuit pursuit = begun();
  EXPECT_EQ(pursuit.lead, kLeader.zone);
  EXPECT_TRUE(is_in(pursuit, kLeader.zone));
  EXPECT_EQ(pursuit.version, 1);
  EXPECT_FALSE(after(pursuit, line(kOpen)));
}

TEST(Pursuit, is_where_the_camera_saw_it_last) {
  PursuitEntry late = line(kSight);
  late.seen_at = minute(5);
  const Pursuit seen = after(after(begun(), line(kSight)).value(), late).value();
  EXPECT_EQ(seen.sightings, 2);
  EXPECT_EQ(seen.last_hit, id_of('h'));
  EXPECT_EQ(seen.last_seen_at, minute(11));
  const Pursuit only_late = after(begun(), late).value();
  EXPECT_EQ(only_late.last_hit, id_of('g')) << "what comes late is not where it is";
}

TEST(Pursuit, of_what_is_observed_in_silence_invites_nobody) {
  Pursuit silent = begun();
  silent.audience = kLeader.zone;
  EXPECT_EQ(after(silent, line(kInvite)).error().code, ErrorCode::kConflict);
}

TEST(Pursuit, is_joined_by_any_zone_invited_or_not) {
  const Pursuit invited = after(begun(), line(kInvite)).value();
  EXPECT_FALSE(is_in(invited, kOther.zone));
  const Pursuit joined = after(invited, line(kJoin, kOther)).value();
  EXPECT_TRUE(is_in(joined, kOther.zone));
  EXPECT_TRUE(is_in(after(begun(), line(kJoin, kOther)).value(), kOther.zone));
  EXPECT_FALSE(after(joined, line(kJoin, kOther)));
  EXPECT_FALSE(after(joined, line(kInvite)));
}

TEST(Pursuit, is_written_by_those_who_take_part_and_led_by_one) {
  for (const PursuitEvent event : {kInvite, kNote, kLeave, kHandOver, kExtend, kEnd}) {
    EXPECT_FALSE(after(begun(), line(event, kOther))) << name_of(event);
  }
  const Pursuit joined = after(begun(), line(kJoin, kOther)).value();
  EXPECT_TRUE(after(joined, line(kNote, kOther)));
  for (const PursuitEvent event : {kHandOver, kExtend, kEnd}) {
    EXPECT_FALSE(after(joined, line(event, kOther))) << name_of(event);
  }
}

TEST(Pursuit, is_handed_over_before_who_leads_may_leave) {
  const Pursuit joined = after(begun(), line(kJoin, kOther)).value();
  EXPECT_FALSE(after(joined, line(kLeave)));
  const Pursuit handed = after(joined, line(kHandOver)).value();
  EXPECT_EQ(handed.lead, kOther.zone);
  const Pursuit left = after(handed, line(kLeave)).value();
  EXPECT_FALSE(is_in(left, kLeader.zone));
  EXPECT_TRUE(is_in(after(left, line(kJoin)).value(), kLeader.zone)) << "and comes back";
  EXPECT_FALSE(after(begun(), line(kHandOver))) << "to nobody who is not there";
}

TEST(Pursuit, is_seen_extended_and_ended) {
  Doer server;
  Pursuit pursuit = after(begun(), line(kSight, server)).value();
  EXPECT_EQ(pursuit.sightings, 1);
  EXPECT_EQ(pursuit.last_hit, id_of('h'));
  pursuit = after(pursuit, line(kExtend)).value();
  EXPECT_EQ(pursuit.expires_at, minute(200));
  PursuitEntry too_long = line(kExtend);
  too_long.until = at(10 + 241);
  EXPECT_FALSE(after(pursuit, too_long));
  pursuit = after(pursuit, line(kEnd)).value();
  EXPECT_EQ(pursuit.outcome, HitOutcome::kConfirmed);
  for (const PursuitEvent event : {kJoin, kNote, kSight, kEnd}) {
    EXPECT_EQ(after(pursuit, line(event)).error().code, ErrorCode::kConflict) << name_of(event);
  }
}

TEST(Pursuit, refuses_lines_that_say_nothing) {
  for (const PursuitEvent event : {kInvite, kNote, kSight, kExtend, kEnd}) {
    PursuitEntry empty;
    empty.event = event;
    empty.by = kLeader;
    EXPECT_EQ(after(begun(), empty).error().code, ErrorCode::kBadInput) << name_of(event);
  }
  PursuitEntry endless = line(kNote);
  endless.note.assign(kPursuitNoteMax + 1, 'x');
  EXPECT_FALSE(after(begun(), endless));
}

TEST(Pursuit, every_name_leads_back) {
  for (int i = 0; i < 9; ++i) {
    const auto event = static_cast<PursuitEvent>(i);
    EXPECT_EQ(pursuit_event_from(name_of(event)), event);
  }
}

}  // namespace
}  // namespace bas
