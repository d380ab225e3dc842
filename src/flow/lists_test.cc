#include "flow/lists.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "testkit/list_world.h"

namespace bas::flow {
namespace {

using std::chrono::hours;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

class lists : public testing::Test {
 protected:
  List stored() { return w_.lists.with_id(w_.world.list.id).value(); }

  testkit::ListWorld w_;
};

TEST_F(lists, a_new_list_takes_its_name_for_what_it_was_not_told) {
  List wanted;
  wanted.name = "missing";
  wanted.owner_zone = w_.world.zone.id;
  const List list = w_.lists.add(wanted).value();
  EXPECT_EQ(list.title, "missing");
  EXPECT_EQ(list.category, "missing");
  EXPECT_FALSE(list.is_suspended);
  EXPECT_EQ(w_.lists.named("missing").value().id, list.id);
  EXPECT_EQ(w_.lists.with_id(list.id).value().name, "missing");
  EXPECT_EQ(w_.lists.add(wanted).error().code, ErrorCode::kConflict);
  EXPECT_EQ(w_.lists.named("absent").error().code, ErrorCode::kNotFound);
  EXPECT_EQ(w_.lists.with_id({}).error().code, ErrorCode::kNotFound);
}

TEST_F(lists, a_suspended_list_raises_no_hits_until_it_is_resumed) {
  w_.world.wanted({"1ABC234", "BE"});
  EXPECT_TRUE(w_.is_wanted("1ABC234"));
  const List suspended = w_.lists.suspend(stored().id, "the source is in doubt").value();
  EXPECT_THAT(suspended.suspended_because, HasSubstr("the source is in doubt"));
  EXPECT_FALSE(w_.is_wanted("1ABC234"));
  EXPECT_TRUE(w_.world.desks.lists().back().is_suspended);
  EXPECT_FALSE(w_.lists.suspend(stored().id, "").value().is_suspended);
  EXPECT_TRUE(w_.is_wanted("1ABC234"));
}

TEST_F(lists, a_list_whose_source_is_stale_is_suspended_and_resumes_by_itself) {
  List list = stored();
  list.max_age = hours(24);
  ASSERT_TRUE(w_.lists.change(list));
  EXPECT_THAT(w_.lists.review().value(), IsEmpty());
  w_.world.clock.advance(hours(25));
  const auto changed = w_.lists.review().value();
  ASSERT_THAT(changed, SizeIs(1));
  EXPECT_THAT(changed[0].suspended_because, HasSubstr("25 hours"));
  EXPECT_THAT(w_.lists.review().value(), IsEmpty());
  EXPECT_FALSE(w_.lists.confirm_source(list.id, "r9").value().is_suspended);
  EXPECT_EQ(stored().source_revision, "r9");
}

TEST_F(lists, a_list_for_which_no_unit_answers_is_suspended) {
  List list = stored();
  list.unit = "dispatch of zone north";
  list.unit_until = w_.world.clock.now() + hours(8);
  ASSERT_TRUE(w_.lists.change(list));
  EXPECT_FALSE(stored().is_suspended);
  w_.world.clock.advance(hours(8));
  ASSERT_THAT(w_.lists.review().value(), SizeIs(1));
  EXPECT_THAT(stored().suspended_because, HasSubstr("no unit answers"));
  EXPECT_FALSE(
      w_.lists.confirm_unit(list.id, w_.world.clock.now() + hours(8)).value().is_suspended);
}

TEST_F(lists, a_persons_word_stays_whatever_the_clock_says) {
  ASSERT_TRUE(w_.lists.suspend(stored().id, "by order"));
  EXPECT_THAT(w_.lists.review().value(), IsEmpty());
  EXPECT_TRUE(w_.lists.confirm_source(stored().id, "").value().is_suspended);
}

TEST_F(lists, entries_are_found_inexactly_once_their_list_wants_it) {
  w_.world.wanted({"1ABC234", "BE"});
  EXPECT_FALSE(w_.is_wanted("1A8C234"));
  List list = stored();
  list.match = {InexactUse::kReview, 0.0, false};
  ASSERT_TRUE(w_.lists.change(list));
  EXPECT_TRUE(w_.is_wanted("1A8C234"));
  const auto matches = w_.world.hits->matches(w_.world.read("1A8C234"));
  EXPECT_EQ(matches.at(0).kind, match::MatchKind::kLookAlike);
}

}  // namespace
}  // namespace bas::flow
