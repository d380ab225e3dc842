#include "flow/list_keeper.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "testkit/list_world.h"

namespace bas::flow {
namespace {

using std::chrono::hours;
using std::chrono::minutes;
using testing::SizeIs;

class list_keeper : public testing::Test {
 protected:
  void SetUp() override {
    List list = w_.world.list;
    list.source = "{}";
    list.max_age = hours(24);
    w_.world.list = w_.lists.change(list).value();
  }
  static FetchedList file(std::string bytes, std::string etag) {
    FetchedList fetched;
    fetched.bytes = std::move(bytes);
    fetched.name = "list.csv";
    fetched.mark.etag = std::move(etag);
    return fetched;
  }
  FetchState state() {
    return w_.world.sql->revisions().fetch_state(w_.world.list.id).value().value();
  }
  List stored() { return w_.lists.with_id(w_.world.list.id).value(); }
  void look() {
    w_.keeper.look();
    w_.imports.wait();
  }

  testkit::ListWorld w_;
};

TEST_F(list_keeper, fetches_what_is_due_and_not_before) {
  w_.source.answers = {file("plate\n1ABC234\n", "a"), FetchedList{}};
  look();
  EXPECT_TRUE(w_.is_wanted("1ABC234"));
  EXPECT_EQ(state().mark.etag, "a");
  look();
  EXPECT_THAT(w_.source.asked_with, SizeIs(1));
  w_.world.clock.advance(hours(1));
  look();
  ASSERT_THAT(w_.source.asked_with, SizeIs(2));
  EXPECT_EQ(w_.source.asked_with[1].etag, "a");
}

TEST_F(list_keeper, nothing_new_at_the_source_confirms_the_list) {
  w_.source.answers = {file("plate\n1ABC234\n", "a"), FetchedList{}};
  look();
  w_.world.clock.advance(hours(20));
  look();
  w_.world.clock.advance(hours(20));
  look();
  EXPECT_FALSE(stored().is_suspended);
  EXPECT_EQ(stored().confirmed_at, w_.world.clock.now());
}

TEST_F(list_keeper, nothing_new_behind_a_file_that_was_refused_confirms_nothing) {
  w_.source.answers = {file("reason\nno plate here\n", "a"), FetchedList{}};
  look();
  w_.world.clock.advance(hours(23));
  look();
  EXPECT_FALSE(stored().confirmed_at);
  w_.world.clock.advance(hours(2));
  look();
  EXPECT_TRUE(stored().is_suspended);
}

TEST_F(list_keeper, a_source_that_is_down_is_tried_again_ever_later_and_suspends_in_the_end) {
  w_.source.answers = {fail(ErrorCode::kUnavailable, "the host is down")};
  look();
  EXPECT_EQ(state().failures, 1);
  EXPECT_EQ(state().failure, "the host is down");
  w_.world.clock.advance(minutes(1));
  look();
  EXPECT_EQ(state().failures, 2);
  w_.world.clock.advance(minutes(1));
  look();
  EXPECT_EQ(state().failures, 2) << "two minutes now";
  w_.world.clock.advance(hours(25));
  look();
  EXPECT_TRUE(stored().is_suspended);
  w_.source.answers = {file("plate\n1ABC234\n", "b")};
  ASSERT_TRUE(w_.keeper.sync(stored(), {}).value());
  w_.imports.wait();
  EXPECT_FALSE(stored().is_suspended);
  EXPECT_EQ(state().failures, 0);
}

TEST_F(list_keeper, another_source_is_fetched_at_once_and_as_if_for_the_first_time) {
  w_.source.answers = {file("plate\n1ABC234\n", "a")};
  look();
  ASSERT_TRUE(w_.keeper.forget(w_.world.list.id));
  look();
  ASSERT_THAT(w_.source.asked_with, SizeIs(2));
  EXPECT_EQ(w_.source.asked_with[1], SourceMark{});
}

TEST_F(list_keeper, a_list_without_a_source_cannot_be_fetched) {
  List list = stored();
  list.source.clear();
  EXPECT_EQ(w_.keeper.sync(list, {}).error().code, ErrorCode::kConflict);
}

TEST_F(list_keeper, hits_left_open_by_a_crash_are_withdrawn) {
  w_.import("plate\n1ABC234\n");
  w_.passes("1ABC234");
  const Hit hit = w_.last_hit();
  ASSERT_TRUE(w_.world.entries->end({&hit.entry, 1}, EntryEnd::kWithdrawn, {}));
  w_.source.answers = {FetchedList{}};
  look();
  EXPECT_EQ(w_.openers.hit(hit.id).value().hit.life.state, HitState::kWithdrawn);
}

}  // namespace
}  // namespace bas::flow
