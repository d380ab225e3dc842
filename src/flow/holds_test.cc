// What a case keeps beyond the term: copied, reviewed, released, and told of each time.
#include "flow/holds.h"

#include <gmock/gmock.h>

#include "flow/search_fixture_test.h"

namespace bas::flow {
namespace {

using std::chrono::days;
using std::chrono::milliseconds;

class HoldsTest : public SearchFixture {
 protected:
  HoldsTest() { read_ = pictured(passes("1ABC234", milliseconds(0))); }

  // The same read with a picture of its plate.
  Read pictured(Read read) {
    const std::string sealed =
        world_.read_sealer->seal_picture(read, {PictureRole::kPlate, "a picture"}).value();
    const auto blobs =
        world_.blobs.append(brussels_day(read.facts.captured_at), {&sealed, 1}).value();
    read.pictures = {{PictureRole::kPlate, blobs[0], 9}};
    const SealedRead again = world_.read_sealer->seal(read).value();
    EXPECT_TRUE(world_.reads.append({&again, 1}));
    return read;
  }
  Id state(const Person& who, const std::string& case_number) {
    StatedPurpose wanted;
    wanted.why = {wish_.purpose, case_number, wish_.reason, {}};
    return ledger_.purposes.state(std::move(wanted), who).value().id;
  }
  Id state(const Person& who) { return state(who, wish_.case_number); }
  Result<Hold> hold(const Id& read) {
    return holds_.make({state(who_), "AN.L1.77/2026", in(days(90)), {read}}, who_);
  }
  UtcTime in(milliseconds time) { return world_.clock.now() + time; }
  Result<std::string> picture(const Hold& hold, std::size_t number) {
    return holds_.picture({{hold.id, read_.id, number}, state(who_), {}}, who_);
  }

  Holds& holds_ = ledger_.holds;
  Read read_;
};

TEST_F(HoldsTest, what_is_held_outlives_its_day_and_stretches_nothing) {
  const Hold made = hold(read_.id).value();
  EXPECT_TRUE(made.is_whole);
  EXPECT_EQ(made.case_number, wish_.case_number);
  ASSERT_TRUE(world_.vault->destroy(brussels_day(read_.facts.captured_at)));
  EXPECT_EQ(ledger_.openings.read(read_.id, state(who_), who_).error().code, ErrorCode::kDestroyed);
  const auto opened = holds_.open(made.id, state(who_), who_).value();
  ASSERT_EQ(opened.reads.size(), 1U);
  EXPECT_EQ(opened.reads[0].plate, "1ABC234");
  EXPECT_EQ(opened.reads[0].facts.captured_at, read_.facts.captured_at);
  EXPECT_EQ(picture(made, 0).value(), "a picture");
  EXPECT_EQ(picture(made, 1).error().code, ErrorCode::kNotFound);
}

TEST_F(HoldsTest, each_step_is_in_the_ledger) {
  const Hold made = hold(read_.id).value();
  const LoggedUse told = last_use();
  EXPECT_EQ(told.facts.what, "hold made");
  EXPECT_EQ(told.facts.verb, policy::Verb::kAlter);
  EXPECT_EQ(told.facts.results, 1U);
  EXPECT_THAT(told.details->predicate, testing::HasSubstr("AN.L1.77/2026"));
  ASSERT_TRUE(holds_.open(made.id, state(who_), who_));
  EXPECT_EQ(last_use().facts.what, "held reads");
  EXPECT_EQ(last_use().details->case_number, wish_.case_number);
  ASSERT_TRUE(holds_.all(who_));
  EXPECT_EQ(last_use().facts.what, "holds");
  EXPECT_EQ(last_use().facts.verb, policy::Verb::kConsult);
  ASSERT_TRUE(holds_.release(made.id, "the court has spoken", who_));
  EXPECT_EQ(last_use().facts.what, "hold released");
  EXPECT_EQ(last_use().facts.verb, policy::Verb::kErase);
  EXPECT_EQ(last_use().facts.results_sha256, told.facts.results_sha256);
  EXPECT_EQ(last_use().details->justification, "the court has spoken");
}

TEST_F(HoldsTest, it_is_opened_for_its_case_alone) {
  const Hold made = hold(read_.id).value();
  const Error other = holds_.open(made.id, state(who_, "AN.2/2026"), who_).error();
  EXPECT_EQ(other.text, "R17: the hold is of another case");
  EXPECT_EQ(last_use().facts.results, 0U);
  EXPECT_EQ(last_use().facts.results_sha256, "");
  EXPECT_THAT(holds_.open(made.id, Id{}, who_).error().text, testing::StartsWith("R1:"));
  const Person colleague = person(Role::kInvestigator, world_.zone.id);
  EXPECT_TRUE(holds_.open(made.id, state(colleague), colleague));
  const Person stranger = person(Role::kInvestigator, other_zone_.id);
  EXPECT_EQ(holds_.open(made.id, state(stranger), stranger).error().code, ErrorCode::kNotFound);
  EXPECT_TRUE(holds_.all(stranger).value().empty());
  EXPECT_FALSE(holds_.all(person(Role::kOperator, world_.zone.id)));
}

TEST_F(HoldsTest, nobody_opens_it_once_its_review_is_due_until_somebody_reviews_it) {
  const Hold made = hold(read_.id).value();
  who_.user.role_until = who_.user.trained_until = in(days(400));
  world_.clock.advance(days(90));
  EXPECT_THAT(holds_.open(made.id, state(who_), who_).error().text,
              testing::HasSubstr("review is overdue"));
  EXPECT_EQ(picture(made, 0).error().code, ErrorCode::kRefused);
  EXPECT_EQ(holds_.review({made.id, in(milliseconds(0)), "on appeal"}, who_).error().code,
            ErrorCode::kBadInput);
  EXPECT_EQ(holds_.review({made.id, in(days(367)), "on appeal"}, who_).error().code,
            ErrorCode::kBadInput);
  const Hold reviewed = holds_.review({made.id, in(days(60)), "on appeal"}, who_).value();
  EXPECT_EQ(reviewed.reviewed_by, who_.user.id);
  EXPECT_EQ(last_use().details->justification, "on appeal");
  EXPECT_TRUE(holds_.open(made.id, state(who_), who_));
}

TEST_F(HoldsTest, a_released_hold_is_gone_with_its_keys_and_copies) {
  const Hold made = hold(read_.id).value();
  const auto copies = ledger_.held.by_hold.at(made.id);
  EXPECT_EQ(copies.size(), 2U);
  ASSERT_TRUE(holds_.release(made.id, "the court has spoken", who_));
  EXPECT_FALSE(ledger_.held.by_hold.contains(made.id));
  EXPECT_EQ(holds_.open(made.id, state(who_), who_).error().code, ErrorCode::kNotFound);
  EXPECT_EQ(holds_.release(made.id, "again", who_).error().code, ErrorCode::kNotFound);
  EXPECT_TRUE(holds_.all(who_).value().empty());
  ledger_.held.by_hold[made.id] = copies;  // as from a backup
  HeldCopies restored(ledger_.held, *world_.vault);
  EXPECT_EQ(restored.read(made.id, read_.id).error().code, ErrorCode::kDestroyed);
}

TEST_F(HoldsTest, a_read_that_is_not_open_is_not_held_and_nothing_is_copied) {
  const Read theirs = passes("1XYZ789", milliseconds(0), &other_site_);
  const Id purpose = state(who_);
  const auto refused =
      holds_.make({purpose, "AN.L1.77/2026", in(days(90)), {read_.id, theirs.id}}, who_);
  EXPECT_EQ(refused.error().code, ErrorCode::kNotFound);
  EXPECT_TRUE(ledger_.held.by_hold.empty());
  EXPECT_TRUE(holds_.all(who_).value().empty());
}

TEST_F(HoldsTest, refuses_what_says_too_little_or_too_much) {
  const Id purpose = state(who_);
  const auto code = [&](std::string report, UtcTime review, std::vector<Id> reads) {
    const auto made = holds_.make({purpose, std::move(report), review, std::move(reads)}, who_);
    return made ? ErrorCode::kConflict : made.error().code;
  };
  EXPECT_EQ(code("", in(days(1)), {read_.id}), ErrorCode::kBadInput);
  EXPECT_EQ(code(std::string(101, 'x'), in(days(1)), {read_.id}), ErrorCode::kBadInput);
  EXPECT_EQ(code("PV 1", in(milliseconds(0)), {read_.id}), ErrorCode::kBadInput);
  EXPECT_EQ(code("PV 1", in(days(367)), {read_.id}), ErrorCode::kBadInput);
  EXPECT_EQ(code("PV 1", in(days(1)), {}), ErrorCode::kBadInput);
  EXPECT_EQ(code("PV 1", in(days(1)), {read_.id, read_.id}), ErrorCode::kBadInput);
  EXPECT_EQ(code("PV 1", in(days(1)), std::vector<Id>(Holds::kReadsMax + 1)), ErrorCode::kBadInput);
}

TEST_F(HoldsTest, one_whose_copying_was_cut_short_says_so_and_can_be_released) {
  ledger_.held.puts_left = 1;
  EXPECT_EQ(hold(read_.id).error().code, ErrorCode::kUnavailable);
  const auto all = holds_.all(who_).value();
  ASSERT_EQ(all.size(), 1U);
  EXPECT_FALSE(all[0].is_whole);
  ASSERT_TRUE(holds_.release(all[0].id, "it was cut short", who_));
  EXPECT_TRUE(ledger_.held.by_hold.empty());
}

TEST_F(HoldsTest, a_copy_that_was_moved_to_another_hold_does_not_open) {
  const Hold one = hold(read_.id).value();
  const Hold two = hold(read_.id).value();
  ledger_.held.by_hold[one.id] = ledger_.held.by_hold[two.id];
  EXPECT_EQ(holds_.open(one.id, state(who_), who_).error().code, ErrorCode::kCorrupt);
  EXPECT_TRUE(holds_.open(two.id, state(who_), who_));
}

}  // namespace
}  // namespace bas::flow
