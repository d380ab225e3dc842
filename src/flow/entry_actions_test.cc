#include "flow/entry_actions.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "testkit/list_world.h"

namespace bas::flow {
namespace {

using std::chrono::hours;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

class entry_actions : public testing::Test {
 protected:
  Entry entry_of(std::string plate) {
    Entry entry;
    entry.list = w_.world.list.id;
    entry.plate = {std::move(plate), "BE"};
    entry.category = "stolen";
    entry.reason = "taken";
    entry.valid_until = w_.world.clock.now() + hours(48);
    return entry;
  }
  HitState state_of(const Hit& hit) { return w_.openers.hit(hit.id).value().hit.life.state; }
  User add_viewer() {
    User user;
    user.id = make_id(w_.world.clock.now(), w_.world.random);
    user.name = "viewer";
    EXPECT_TRUE(w_.world.sql->accounts().add_user(user));
    return user;
  }

  testkit::ListWorld w_;
  const Id who_ = make_id(testkit::kWorldStart, w_.world.random);
};

TEST_F(entry_actions, an_entry_put_by_hand_is_in_force_at_once_and_is_a_revision) {
  const Entry put = w_.actions.put(entry_of("1ABC234"), who_).value();
  EXPECT_TRUE(w_.is_wanted("1ABC234"));
  const auto latest = w_.revisions.latest(put.list, 0, 1).value();
  ASSERT_THAT(latest, SizeIs(1));
  EXPECT_EQ(latest[0].origin, "desk");
  EXPECT_EQ(latest[0].by, who_);
  EXPECT_EQ(latest[0].counts.added, 1u);
}

TEST_F(entry_actions, an_entry_without_end_or_with_one_too_far_is_refused) {
  Entry entry = entry_of("1ABC234");
  entry.valid_until.reset();
  EXPECT_THAT(w_.actions.put(entry, who_).error().text, HasSubstr("valid_until"));
  entry.category = "child-alert";
  entry.valid_until = w_.world.clock.now() + hours(24 * 10);
  EXPECT_THAT(w_.actions.put(entry, who_).error().text, HasSubstr("3 days at most"));
  entry.valid_until = w_.world.clock.now() - hours(1);
  EXPECT_FALSE(w_.actions.put(entry, who_));
}

TEST_F(entry_actions, withdrawing_ends_the_entry_and_its_open_hits_and_tells_who_saw_them) {
  const Entry put = w_.actions.put(entry_of("1ABC234"), who_).value();
  w_.passes("1ABC234");
  const Hit hit = w_.last_hit();
  const User viewer = add_viewer();
  ASSERT_TRUE(w_.verdicts.note_view(viewer.id, hit.id));
  ASSERT_TRUE(w_.actions.withdraw(put.id, who_));
  EXPECT_FALSE(w_.is_wanted("1ABC234"));
  EXPECT_EQ(state_of(hit), HitState::kWithdrawn);
  ASSERT_THAT(w_.world.desks.changed(), SizeIs(1));
  EXPECT_EQ(w_.world.desks.changed()[0].hit.id, hit.id);
  ASSERT_THAT(w_.verdicts.withdrawn_unseen(viewer.id).value(), SizeIs(1));
  ASSERT_TRUE(w_.verdicts.mark_told(viewer.id, hit.id));
  EXPECT_THAT(w_.verdicts.withdrawn_unseen(viewer.id).value(), IsEmpty());
  const auto past = w_.actions.past(put.id).value();
  ASSERT_THAT(past, SizeIs(1));
  EXPECT_EQ(past[0].how, EntryEnd::kWithdrawn);
  EXPECT_EQ(past[0].entry.plate.text, "1ABC234");
}

TEST_F(entry_actions, a_wrong_entry_stays_off_whatever_file_brings_it) {
  w_.import("plate,country,reason\n1ABC234,BE,taken\n1ABC235,BE,taken\n");
  const auto entry = w_.world.entries->entry_for(w_.world.list.id, {"1ABC234", "BE"}).value();
  w_.passes("1ABC234");
  ASSERT_TRUE(w_.actions.mark_wrong(entry->id, who_));
  EXPECT_EQ(state_of(w_.last_hit()), HitState::kWithdrawn);
  const Revision again = w_.import("plate,country,reason\n1ABC234,BE,other\n1ABC235,BE,taken\n");
  EXPECT_EQ(again.counts.kept_out, 1u);
  EXPECT_FALSE(w_.is_wanted("1ABC234"));
  EXPECT_EQ(w_.actions.put(entry_of("1ABC234"), who_).error().code, ErrorCode::kConflict);
  ASSERT_THAT(w_.actions.wrong(w_.world.list.id).value(), SizeIs(1));
  ASSERT_TRUE(w_.actions.unmark_wrong(w_.world.list.id, {"1ABC234", "BE"}));
  EXPECT_FALSE(w_.actions.unmark_wrong(w_.world.list.id, {"1ABC234", "BE"}));
  w_.import("plate,country,reason\n1ABC234,BE,other\n");
  EXPECT_TRUE(w_.is_wanted("1ABC234"));
}

TEST_F(entry_actions, a_full_file_that_drops_an_entry_withdraws_its_hits) {
  ImportWish full;
  full.mode = ImportMode::kFull;
  w_.import("plate\n1ABC234\n1ABC235\n", full);
  w_.passes("1ABC234");
  w_.import("plate\n1ABC235\n", full);
  EXPECT_EQ(state_of(w_.last_hit()), HitState::kWithdrawn);
}

TEST_F(entry_actions, rejected_hits_warn_of_the_next_and_then_ring_no_more) {
  ASSERT_TRUE(w_.actions.put(entry_of("1ABC234"), who_));
  const auto reject_next = [&](int minute) {
    w_.passes("1ABC234", std::chrono::minutes(minute));
    const Hit hit = w_.last_hit();
    StepWish wish{hit.id, hit.life.version, {}};
    wish.step.kind = StepKind::kReject;
    wish.step.reason = VerdictReason::kStaleEntry;
    EXPECT_TRUE(w_.verdicts.take(wish));
    return hit;
  };
  const Hit first = reject_next(0);
  EXPECT_EQ(first.warning, "");
  const Hit second = reject_next(1);
  EXPECT_THAT(second.warning, HasSubstr("1 time before"));
  EXPECT_FALSE(second.is_quiet);
  w_.passes("1ABC234", std::chrono::minutes(2));
  EXPECT_THAT(w_.last_hit().warning, HasSubstr("2 times before"));
  EXPECT_TRUE(w_.last_hit().is_quiet);
  RepeatGuard after_restart(w_.world.clock, {});
  ASSERT_TRUE(after_restart.load(*w_.world.hit_store));
  EXPECT_TRUE(after_restart.warning(first.entry, 2).is_quiet);
  EXPECT_FALSE(after_restart.warning(first.entry, 1).is_quiet) << "life at risk still rings";
  w_.world.clock.advance(hours(24 * 31));
  EXPECT_EQ(after_restart.warning(first.entry, 2).text, "");
}

TEST_F(entry_actions, a_look_alike_that_is_known_to_be_real_is_no_hit_also_after_a_restart) {
  List list = w_.world.list;
  list.match = {InexactUse::kReview, 0.3, true};
  ASSERT_TRUE(w_.lists.change(list));
  w_.import("plate,country\n1ABC238,BE\n");
  EXPECT_EQ(w_.known_plates.replace("\n,\n", 0.99).error().code, ErrorCode::kBadInput);
  const auto state = w_.known_plates.replace("2XYZ111,BE\r\n###\n1-ABC-23B,BE\n", 1.0).value();
  EXPECT_EQ(state.plates, 2u);
  EXPECT_EQ(state.refused, 1u);
  EXPECT_FALSE(w_.is_wanted("1ABC23B")) << "it is itself a known plate";
  EXPECT_TRUE(w_.is_wanted("IABC238")) << "no such plate is known, all that are real are";
  w_.world.entries->set_knowledge(match::Knowledge::standard());
  KnownPlatesBook again({*w_.world.entries, *w_.world.vault, w_.random,
                         w_.world.folder.path / "known-plates.sealed"});
  ASSERT_TRUE(again.load());
  EXPECT_EQ(again.state().plates, 2u);
  EXPECT_FALSE(w_.is_wanted("1ABC23B"));
}

TEST_F(entry_actions, a_preview_counts_false_hits_by_how_the_list_matches) {
  List list = w_.world.list;
  const auto exact = w_.previews.entry(list, {"1ABC234", "BE"}).value();
  list.match = {InexactUse::kReview, 0.0, false};
  const auto wide = w_.previews.entry(list, {"1ABC234", "BE"}).value();
  EXPECT_GT(wide.recall(), exact.recall());
  EXPECT_GT(wide.false_hits_a_day, exact.false_hits_a_day);
  w_.import("plate,country\n1ABC234,BE\n1ABC235,BE\n");
  EXPECT_EQ(w_.previews.list(list).value().entries, 2u);
}

}  // namespace
}  // namespace bas::flow
