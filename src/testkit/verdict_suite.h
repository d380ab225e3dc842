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
  Judgement rejection(const SealedHit& hit, UtcTime when) {
    Judgement judgement{hit.id, hit.version, {}};
    judgement.verdict.state = HitState::kRejected;
    judgement.verdict.reason = VerdictReason::kMisread;
    judgement.verdict.at = when;
    return judgement;
  }
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
  Judgement judgement = rejection(hit, at(5'000));
  judgement.verdict.by = next_id();
  judgement.verdict.check = RegisterCheck::kUnconfirmed;
  judgement.verdict.check_note = "the register is down";
  const SealedHit judged = stores_->hits().judge(judgement).value();
  EXPECT_EQ(judged.state, HitState::kRejected);
  EXPECT_EQ(judged.version, 2);
  EXPECT_EQ(judged.verdict.reason, VerdictReason::kMisread);
  EXPECT_EQ(judged.verdict.by, judgement.verdict.by);
  EXPECT_EQ(judged.verdict.at, at(5'000));
  EXPECT_EQ(judged.verdict.check, RegisterCheck::kUnconfirmed);
  EXPECT_EQ(judged.verdict.check_note, "the register is down");
  EXPECT_EQ(stores_->hits().judge(judgement).error().code, ErrorCode::kConflict);
  judgement.version = 2;
  EXPECT_EQ(stores_->hits().judge(judgement).error().code, ErrorCode::kConflict);
  judgement.hit = next_id();
  EXPECT_EQ(stores_->hits().judge(judgement).error().code, ErrorCode::kNotFound);
}

TEST_P(verdict_store, withdraws_the_open_hits_of_an_entry_and_no_others) {
  const Id entry = next_id();
  const SealedHit open = record(entry);
  const SealedHit rejected = record(entry);
  const SealedHit other = record(next_id());
  ASSERT_TRUE(stores_->hits().judge(rejection(rejected, at(1))));
  const auto withdrawn = stores_->hits().withdraw_hits_of({&entry, 1}, at(50)).value();
  ASSERT_EQ(withdrawn.size(), 1U);
  EXPECT_EQ(withdrawn[0].id, open.id);
  EXPECT_EQ(withdrawn[0].state, HitState::kWithdrawn);
  EXPECT_EQ(withdrawn[0].version, 2);
  EXPECT_EQ(stores_->hits().hit(rejected.id).value()->state, HitState::kRejected);
  EXPECT_EQ(stores_->hits().hit(other.id).value()->state, HitState::kCandidate);
  EXPECT_TRUE(stores_->hits().withdraw_hits_of({&entry, 1}, at(51)).value().empty());
}

TEST_P(verdict_store, gives_candidates_of_a_priority_oldest_first) {
  const SealedHit first = record(next_id());
  const SealedHit judged = record(next_id());
  const SealedHit second = record(next_id());
  Judgement over = rejection(judged, at(1));
  over.verdict.state = HitState::kExpired;
  ASSERT_TRUE(stores_->hits().judge(over));
  const auto found = stores_->hits().oldest_candidates(first.priority, 10).value();
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].id, first.id);
  EXPECT_EQ(found[1].id, second.id);
  EXPECT_EQ(stores_->hits().oldest_candidates(first.priority, 1).value().size(), 1U);
  EXPECT_TRUE(stores_->hits().oldest_candidates(first.priority + 1, 10).value().empty());
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
    ASSERT_TRUE(stores_->hits().judge(rejection(record(entry), at(when))));
  }
  auto counted = stores_->hits().rejections(at(15)).value();
  ASSERT_EQ(counted.size(), 1U);
  EXPECT_EQ(counted[0].count, 1);
  EXPECT_EQ(stores_->hits().rejections(at(0)).value()[0].count, 2);
  EXPECT_EQ(stores_->hits().rejections(at(0)).value()[0].last_at, at(20));
  Judgement good = rejection(record(entry), at(30));
  good.verdict.state = HitState::kValidated;
  ASSERT_TRUE(stores_->hits().judge(good));
  EXPECT_TRUE(stores_->hits().rejections(at(0)).value().empty());
}

TEST_P(verdict_store, says_how_the_hits_of_each_list_ended) {
  const Id list = next_id();
  ASSERT_TRUE(stores_->hits().judge(rejection(record(next_id(), list), at(1))));
  Judgement stale = rejection(record(next_id(), list), at(1));
  stale.verdict.reason = VerdictReason::kStaleEntry;
  ASSERT_TRUE(stores_->hits().judge(stale));
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
