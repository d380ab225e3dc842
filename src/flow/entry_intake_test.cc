#include "flow/entry_intake.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "testkit/list_world.h"

namespace bas::flow {
namespace {

using testing::SizeIs;

class entry_intake : public testing::Test {
 protected:
  EntryIntake::Settings settings(ImportEffect effect = ImportEffect::kApply) {
    return {*w_.world.entries, w_.random, effect, {}, /*gathered_max=*/7};
  }
  Entry entry(int number) const {
    Entry made;
    made.list = w_.world.list.id;
    made.plate = {fmt::format("1ABC{:03}", number), "BE"};
    return made;
  }
  Result<> take(EntryIntake& intake, int first, int count) const {
    for (int i = first; i < first + count; ++i) TRY(intake.take(entry(i)));
    return {};
  }

  testkit::ListWorld w_;
};

TEST_F(entry_intake, writes_all_of_several_gatherings_once) {
  EntryIntake intake(settings());
  ASSERT_TRUE(take(intake, 0, 30));
  ASSERT_TRUE(intake.finish());
  EXPECT_EQ(intake.counts().added, 30u);
  EXPECT_THAT(w_.all_entries(), SizeIs(30));
  EXPECT_TRUE(w_.is_wanted("1ABC000"));
  EXPECT_TRUE(w_.is_wanted("1ABC029"));
}

TEST_F(entry_intake, gives_ids_in_the_order_of_the_tokens_not_of_the_file) {
  EntryIntake intake(settings());
  ASSERT_TRUE(take(intake, 0, 7));
  ASSERT_TRUE(intake.finish());
  std::vector<std::string> tokens;
  for (const Entry& kept : w_.all_entries()) {  // in the order of their ids
    tokens.push_back(w_.world.entries->sealer().token(kept.plate).value());
  }
  EXPECT_TRUE(std::ranges::is_sorted(tokens));
}

TEST_F(entry_intake, counts_what_was_there_and_what_changed) {
  {
    EntryIntake intake(settings());
    ASSERT_TRUE(take(intake, 0, 10));
    ASSERT_TRUE(intake.finish());
  }
  EntryIntake again(settings());
  ASSERT_TRUE(take(again, 0, 9));
  Entry other = entry(9);
  other.reason = "another";
  ASSERT_TRUE(again.take(other));
  ASSERT_TRUE(again.finish());
  EXPECT_EQ(again.counts().unchanged, 9u);
  EXPECT_EQ(again.counts().changed, 1u);
  EXPECT_EQ(again.counts().added, 0u);
}

TEST_F(entry_intake, a_preview_counts_and_writes_nothing) {
  EntryIntake intake(settings(ImportEffect::kPreview));
  ASSERT_TRUE(take(intake, 0, 20));
  ASSERT_TRUE(intake.finish());
  EXPECT_EQ(intake.counts().added, 20u);
  EXPECT_THAT(w_.all_entries(), SizeIs(0));
}

TEST_F(entry_intake, a_failure_of_the_writer_is_answered_and_nothing_more_is_written) {
  EntryIntake intake(settings());
  Entry lost = entry(0);
  lost.list = {};  // no such list
  ASSERT_TRUE(intake.take(lost));
  const auto taken = take(intake, 1, 40);
  const auto finished = intake.finish();
  EXPECT_FALSE(taken && finished);
  EXPECT_EQ(finished.error().code, ErrorCode::kNotFound);
  EXPECT_THAT(w_.all_entries(), SizeIs(0));
}

TEST_F(entry_intake, left_unfinished_it_ends_without_waiting_for_anybody) {
  EntryIntake intake(settings());
  ASSERT_TRUE(take(intake, 0, 5));
}

}  // namespace
}  // namespace bas::flow
