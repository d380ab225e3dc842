// What every engine under HitStore has to do when people judge hits and entries are withdrawn.
#pragma once

#include "testkit/hit_store_suite.h"

namespace bas::testkit {

class verdict_store : public HitStoreTest {
 protected:
  SealedHit record(const Id& entry, const Id& list = {}) {
    SealedHit hit = hit_of(next_id());
    hit.entry = entry;
    if (!list.is_zero()) hit.list = list;
    EXPECT_TRUE(stores_->hits().record({&hit, 1}, {}));
    return hit;
  }
  SealedHit record_in(const Id& incident, const Id& entry, UtcTime captured_at) {
    SealedHit hit = hit_of(incident);
    hit.entry = entry;
    hit.captured_at = captured_at;
    SealedIncident of = incident_of(captured_at);
    of.id = incident;
    const auto recorded = stores_->hits().record({&hit, 1}, {&of, 1});
    EXPECT_TRUE(recorded);
    return recorded->hits[0];
  }
  Doer doer(const char* name = "An") { return {next_id(), name, next_id()}; }
  StepWish wish(const SealedHit& hit, StepKind kind, const Doer& by = {}, UtcTime when = at(5)) {
    StepWish wish{hit.id, hit.life.version, {}, {}};
    wish.step.kind = kind;
    wish.step.by = by;
    wish.step.at = when;
    if (kind == StepKind::kReject) wish.step.reason = VerdictReason::kMisread;
    if (kind == StepKind::kClose) wish.step.outcome = HitOutcome::kConfirmed;
    return wish;
  }
  StepWish rejection(const SealedHit& hit, UtcTime when) {
    return wish(hit, StepKind::kReject, {}, when);
  }
  SealedHit now(const SealedHit& hit) { return stores_->hits().hit(hit.id).value().value(); }
  HitState state_of(const SealedHit& hit) { return now(hit).life.state; }
  SealedIncident incident(const Id& id) { return stores_->hits().incident(id).value().value(); }
  // An account, as a viewer has to be one.
  Id add_viewer() {
    User user;
    user.id = next_id();
    user.name = to_string(user.id);
    user.created_at = at(1);
    EXPECT_TRUE(stores_->accounts().add_user(user));
    return user.id;
  }
};

TEST_P(verdict_store, judges_a_candidate_once) {
  const SealedHit hit = record(next_id());
  StepWish judgement = rejection(hit, at(5'000));
  judgement.step.by = doer();
  judgement.step.check = RegisterCheck::kUnconfirmed;
  judgement.step.note = "the register is down";
  const HitLife judged = stores_->hits().take(judgement).value().at(0).life;
  EXPECT_EQ(judged.state, HitState::kRejected);
  EXPECT_EQ(judged.version, 2);
  EXPECT_EQ(judged.verdict.reason, VerdictReason::kMisread);
  EXPECT_EQ(judged.verdict.by, judgement.step.by);
  EXPECT_EQ(judged.verdict.at, at(5'000));
  EXPECT_EQ(judged.verdict.check, RegisterCheck::kUnconfirmed);
  EXPECT_EQ(judged.verdict.check_note, "the register is down");
  EXPECT_EQ(now(hit).life.verdict.by, judged.verdict.by);
  EXPECT_EQ(stores_->hits().take(judgement).error().code, ErrorCode::kConflict);
  judgement.version = 2;
  EXPECT_EQ(stores_->hits().take(judgement).error().code, ErrorCode::kConflict);
  judgement.hit = next_id();
  EXPECT_EQ(stores_->hits().take(judgement).error().code, ErrorCode::kNotFound);
}

TEST_P(verdict_store, keeps_every_step_with_who_and_when) {
  const SealedHit hit = record(next_id());
  const Doer an = doer();
  ASSERT_TRUE(stores_->hits().take(wish(hit, StepKind::kClaim, an, at(1))));
  ASSERT_TRUE(stores_->hits().take(wish(now(hit), StepKind::kReject, an, at(2))));
  ASSERT_TRUE(stores_->hits().take(wish(now(hit), StepKind::kUndo, an, at(3))));
  const auto steps = stores_->hits().steps(hit.id).value();
  ASSERT_EQ(steps.size(), 3U);
  EXPECT_EQ(steps[0].kind, StepKind::kClaim);
  EXPECT_EQ(steps[0].by, an);
  EXPECT_EQ(steps[1].reason, VerdictReason::kMisread);
  EXPECT_EQ(steps[1].at, at(2));
  EXPECT_EQ(steps[2].kind, StepKind::kUndo);
  EXPECT_EQ(steps[2].number, 4);
  EXPECT_EQ(state_of(hit), HitState::kClaimed);
}

TEST_P(verdict_store, takes_a_step_once_under_one_key) {
  const SealedHit hit = record(next_id());
  StepWish claim = wish(hit, StepKind::kClaim, doer());
  claim.key = "a key";
  EXPECT_EQ(stores_->hits().take(claim).value().size(), 1U);
  EXPECT_TRUE(stores_->hits().take(claim).value().empty()) << "sent again after a cut";
  EXPECT_EQ(now(hit).life.version, 2);
  StepWish other = claim;
  other.version = 0;
  other.step.kind = StepKind::kRelease;
  EXPECT_EQ(stores_->hits().take(other).error().code, ErrorCode::kBadInput)
      << "not passed for done";
  other = claim;
  other.step.by = doer("Bo");
  EXPECT_EQ(stores_->hits().take(other).error().code, ErrorCode::kBadInput);
  claim.key = "another";
  EXPECT_EQ(stores_->hits().take(claim).error().code, ErrorCode::kConflict);
}

TEST_P(verdict_store, a_claim_is_of_the_whole_incident_and_of_what_comes_to_it) {
  const Id vehicle = next_id();
  const SealedHit first = record_in(vehicle, next_id(), at(10));
  const SealedHit second = record_in(vehicle, next_id(), at(20));
  const Doer an = doer(), bo = doer("Bo");
  EXPECT_EQ(stores_->hits().take(wish(second, StepKind::kClaim, an)).value().size(), 2U);
  EXPECT_EQ(state_of(first), HitState::kClaimed);
  EXPECT_EQ(incident(vehicle).standing.claim.by, an);
  const SealedHit third = record_in(vehicle, next_id(), at(30));
  EXPECT_EQ(third.life.state, HitState::kClaimed);
  EXPECT_EQ(third.life.claim.by, an);
  const auto refused = stores_->hits().take(wish(third, StepKind::kClaim, bo));
  ASSERT_FALSE(refused);
  EXPECT_NE(refused.error().text.find("An has claimed"), std::string::npos);
  ASSERT_TRUE(stores_->hits().take(wish(third, StepKind::kTakeOver, bo)));
  EXPECT_EQ(now(first).life.claim.by, bo);
  ASSERT_TRUE(stores_->hits().take(wish(now(first), StepKind::kRelease, bo)));
  EXPECT_EQ(state_of(third), HitState::kCandidate);
  EXPECT_FALSE(incident(vehicle).standing.claim.is_there());
}

TEST_P(verdict_store, a_verdict_answers_what_its_entry_had_before_and_an_outcome_closes_all) {
  const Id vehicle = next_id(), entry = next_id();
  const SealedHit early = record_in(vehicle, entry, at(10));
  const SealedHit other_list = record_in(vehicle, next_id(), at(15));
  const SealedHit judged = record_in(vehicle, entry, at(20));
  const SealedHit later = record_in(vehicle, entry, at(30));
  const Doer an = doer();
  ASSERT_TRUE(stores_->hits().take(wish(judged, StepKind::kValidate, an)));
  EXPECT_EQ(state_of(early), HitState::kSuperseded);
  EXPECT_EQ(state_of(other_list), HitState::kCandidate);
  EXPECT_EQ(state_of(later), HitState::kCandidate);
  EXPECT_EQ(incident(vehicle).standing.state, HitState::kValidated);
  ASSERT_TRUE(stores_->hits().take(wish(now(judged), StepKind::kDispatch, an)));
  EXPECT_EQ(incident(vehicle).standing.follow_up, FollowUp::kDispatched);
  ASSERT_TRUE(stores_->hits().take(wish(now(judged), StepKind::kClose, an)));
  EXPECT_EQ(now(judged).life.outcome, HitOutcome::kConfirmed);
  EXPECT_EQ(state_of(later), HitState::kSuperseded);
  EXPECT_EQ(state_of(other_list), HitState::kCandidate) << "another entry is another question";
  EXPECT_EQ(stores_->hits().incidents({{}, 9, {}, true}).value().size(), 1U);
  ASSERT_TRUE(stores_->hits().take(wish(now(other_list), StepKind::kReject, an)));
  EXPECT_TRUE(stores_->hits().incidents({{}, 9, {}, true}).value().empty());
}

TEST_P(verdict_store, names_what_waits_too_long) {
  const SealedHit first = record(next_id()), second = record(next_id());
  EXPECT_TRUE(stores_->hits().unclaimed(first.priority, 9).value().empty()) << "these came late";
  SealedHit prompt = hit_of(next_id());
  prompt.is_late = false;
  ASSERT_TRUE(stores_->hits().record({&prompt, 1}, {}));
  ASSERT_EQ(stores_->hits().unclaimed(prompt.priority, 9).value().size(), 1U);
  ASSERT_TRUE(stores_->hits().take(wish(prompt, StepKind::kEscalate)));
  EXPECT_TRUE(stores_->hits().unclaimed(prompt.priority, 9).value().empty());
  ASSERT_TRUE(stores_->hits().take(wish(second, StepKind::kValidate, doer(), at(10))));
  ASSERT_TRUE(stores_->hits().take(wish(first, StepKind::kValidate, doer(), at(20))));
  const auto waiting = stores_->hits().without_outcome(9).value();
  ASSERT_EQ(waiting.size(), 2U);
  EXPECT_EQ(waiting[0].id, second.id);
}

TEST_P(verdict_store, withdraws_the_open_hits_of_an_entry_and_no_others) {
  const Id entry = next_id();
  const SealedHit open = record(entry);
  const SealedHit rejected = record(entry);
  const SealedHit other = record(next_id());
  ASSERT_TRUE(stores_->hits().take(rejection(rejected, at(1))));
  const auto withdrawn = stores_->hits().withdraw_hits_of({&entry, 1}, at(50)).value();
  ASSERT_EQ(withdrawn.size(), 1U);
  EXPECT_EQ(withdrawn[0].id, open.id);
  EXPECT_EQ(withdrawn[0].life.state, HitState::kWithdrawn);
  EXPECT_EQ(withdrawn[0].life.version, 2);
  EXPECT_EQ(state_of(rejected), HitState::kRejected);
  EXPECT_EQ(state_of(other), HitState::kCandidate);
  EXPECT_TRUE(stores_->hits().withdraw_hits_of({&entry, 1}, at(51)).value().empty());
}

TEST_P(verdict_store, gives_questions_of_a_priority_oldest_first) {
  const SealedHit first = record(next_id());
  const SealedHit judged = record(next_id());
  const SealedHit second = record(next_id());
  ASSERT_TRUE(stores_->hits().take(wish(judged, StepKind::kExpire)));
  const auto found = stores_->hits().oldest_questions(first.priority, 10).value();
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].id, first.id);
  EXPECT_EQ(found[1].id, second.id);
  EXPECT_EQ(stores_->hits().oldest_questions(first.priority, 1).value().size(), 1U);
  EXPECT_TRUE(stores_->hits().oldest_questions(first.priority + 1, 10).value().empty());
}

TEST_P(verdict_store, names_ended_entries_that_still_have_open_hits) {
  const Id gone = next_id();
  record(gone);
  record(gone);
  EXPECT_EQ(stores_->hits().ended_entries_with_open_hits().value(), std::vector<Id>{gone});
  ASSERT_TRUE(stores_->hits().withdraw_hits_of({&gone, 1}, at(50)));
  EXPECT_TRUE(stores_->hits().ended_entries_with_open_hits().value().empty());
}

TEST_P(verdict_store, counts_rejections_since_the_entry_was_last_confirmed) {
  const Id entry = next_id();
  for (const int when : {10, 20}) {
    ASSERT_TRUE(stores_->hits().take(rejection(record(entry), at(when))));
  }
  auto counted = stores_->hits().rejections(at(15)).value();
  ASSERT_EQ(counted.size(), 1U);
  EXPECT_EQ(counted[0].count, 1);
  EXPECT_EQ(stores_->hits().rejections(at(0)).value()[0].count, 2);
  EXPECT_EQ(stores_->hits().rejections(at(0)).value()[0].last_at, at(20));
  ASSERT_TRUE(stores_->hits().take(wish(record(entry), StepKind::kValidate, {}, at(30))));
  EXPECT_TRUE(stores_->hits().rejections(at(0)).value().empty());
}

TEST_P(verdict_store, counts_a_stop_that_found_nothing_as_a_rejection) {
  const Id entry = next_id();
  const SealedHit first = record(entry), second = record(entry);
  for (const SealedHit* hit : {&first, &second}) {
    ASSERT_TRUE(stores_->hits().take(wish(*hit, StepKind::kValidate, doer(), at(10))));
    StepWish cleared = wish(now(*hit), StepKind::kClose, doer(), at(20));
    cleared.step.outcome = HitOutcome::kCleared;
    ASSERT_TRUE(stores_->hits().take(cleared));
  }
  const auto counted = stores_->hits().rejections(at(0)).value();
  ASSERT_EQ(counted.size(), 1U);
  EXPECT_EQ(counted[0].count, 2);
  EXPECT_EQ(counted[0].last_at, at(20));
}

TEST_P(verdict_store, says_how_the_hits_of_each_list_ended) {
  const Id list = next_id();
  ASSERT_TRUE(stores_->hits().take(rejection(record(next_id(), list), at(1))));
  StepWish stale = rejection(record(next_id(), list), at(1));
  stale.step.reason = VerdictReason::kStaleEntry;
  ASSERT_TRUE(stores_->hits().take(stale));
  const Id entry = next_id();
  record(entry, list);
  record(next_id(), list);
  ASSERT_TRUE(stores_->hits().withdraw_hits_of({&entry, 1}, at(50)));
  const auto noise = stores_->hits().noise(at(0)).value();
  ASSERT_EQ(noise.size(), 1U);
  EXPECT_EQ(noise[0].list, list);
  EXPECT_EQ(noise[0].hits, 4U);
  EXPECT_EQ(noise[0].rejected, 2U);
  EXPECT_EQ(noise[0].misread, 1U);
  EXPECT_EQ(noise[0].withdrawn, 1U);
  EXPECT_EQ(noise[0].validated, 0U);
}

TEST_P(verdict_store, tells_each_viewer_once_of_a_withdrawn_hit_he_saw) {
  const Id entry = next_id();
  const SealedHit hit = record(entry);
  const Id viewer = add_viewer();
  const Id stranger = add_viewer();
  ASSERT_TRUE(stores_->hits().note_view(viewer, hit.id, at(2)));
  ASSERT_TRUE(stores_->hits().note_view(viewer, hit.id, at(3)));
  EXPECT_TRUE(stores_->hits().withdrawn_unseen(viewer).value().empty());
  ASSERT_TRUE(stores_->hits().withdraw_hits_of({&entry, 1}, at(50)));
  ASSERT_EQ(stores_->hits().withdrawn_unseen(viewer).value().size(), 1U);
  EXPECT_TRUE(stores_->hits().withdrawn_unseen(stranger).value().empty());
  ASSERT_TRUE(stores_->hits().mark_withdrawal_told(viewer, hit.id, at(60)));
  EXPECT_TRUE(stores_->hits().withdrawn_unseen(viewer).value().empty());
}

}  // namespace bas::testkit
