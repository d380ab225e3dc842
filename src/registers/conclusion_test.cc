#include "registers/conclusion.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

#include "registers/register_world_test.h"

namespace bas::registers {
namespace {

using testing::HasSubstr;
using namespace std::chrono_literals;

constexpr auto kUninsured = Suspicion::kUninsured;
constexpr auto kUninspected = Suspicion::kUninspected;
constexpr auto kHolder = Suspicion::kDisqualifiedHolder;
constexpr auto kSuspicions = {kUninsured, kUninspected, kHolder};

VehicleStatus registered() {
  VehicleStatus status;
  status.is_registered = true;
  status.answered_at = kNow;
  return status;
}

TEST(Concluded, takes_an_absent_fact_as_unconfirmed) {
  for (const Suspicion suspicion : kSuspicions) {
    const Conclusion conclusion = concluded(registered(), suspicion, kNow);
    EXPECT_EQ(conclusion.confirmation, Confirmation::kUnconfirmed);
    EXPECT_EQ(conclusion.ground, Ground::kFactAbsent);
  }
}

TEST(Concluded, takes_no_answer_as_unconfirmed_and_says_why) {
  const Result<VehicleStatus> down = fail(ErrorCode::kUnavailable, "rdw: slow");
  for (const Suspicion suspicion : kSuspicions) {
    const Conclusion conclusion = concluded(down, suspicion, kNow);
    EXPECT_EQ(conclusion.confirmation, Confirmation::kUnconfirmed);
    EXPECT_EQ(conclusion.ground, Ground::kNoAnswer);
    EXPECT_THAT(conclusion.sentence, HasSubstr("rdw: slow"));
  }
}

TEST(Concluded, takes_an_unknown_plate_as_unconfirmed_whatever_else_stands_there) {
  VehicleStatus status = registered();
  status.is_registered = false;
  status.is_insured = false;
  status.inspected_until = kNow - 24h;
  for (const Suspicion suspicion : kSuspicions) {
    EXPECT_EQ(concluded(status, suspicion, kNow).confirmation, Confirmation::kUnconfirmed);
    EXPECT_EQ(concluded(status, suspicion, kNow).ground, Ground::kPlateUnknown);
  }
}

TEST(Concluded, follows_the_register_on_insurance) {
  VehicleStatus status = registered();
  status.is_insured = false;
  EXPECT_EQ(concluded(status, kUninsured, kNow).confirmation, Confirmation::kConfirmed);
  status.is_insured = true;
  EXPECT_EQ(concluded(status, kUninsured, kNow).confirmation, Confirmation::kRefuted);
  EXPECT_EQ(concluded(status, kUninspected, kNow).confirmation, Confirmation::kUnconfirmed);
}

TEST(Concluded, counts_the_last_day_of_an_inspection_as_inspected) {
  VehicleStatus status = registered();
  status.inspected_until = *parse_rfc3339("2026-11-23T22:59:59.999Z");
  const auto at = [&](UtcTime now) {
    status.answered_at = now;
    return concluded(status, kUninspected, now);
  };
  const Conclusion last = at(*status.inspected_until);
  EXPECT_EQ(last.confirmation, Confirmation::kRefuted);
  EXPECT_THAT(last.sentence, HasSubstr("2026-11-23"));
  const Conclusion over = at(*status.inspected_until + 1ms);
  EXPECT_EQ(over.confirmation, Confirmation::kConfirmed);
  EXPECT_EQ(over.ground, Ground::kInspectionOver);
  EXPECT_THAT(over.sentence, HasSubstr("2026-11-23"));
}

TEST(Concluded, never_confirms_a_disqualified_holder) {
  VehicleStatus status = registered();
  status.holder_is_disqualified = true;
  const Conclusion conclusion = concluded(status, kHolder, kNow);
  EXPECT_EQ(conclusion.confirmation, Confirmation::kUnconfirmed);
  EXPECT_EQ(conclusion.ground, Ground::kHolderDisqualified);
  EXPECT_THAT(conclusion.sentence, HasSubstr("registered holder"));
  status.holder_is_disqualified = false;
  EXPECT_EQ(concluded(status, kHolder, kNow).confirmation, Confirmation::kRefuted);
}

TEST(Concluded, takes_an_answer_of_earlier_or_of_the_future_as_unconfirmed) {
  VehicleStatus status = registered();
  status.is_insured = false;
  EXPECT_EQ(concluded(status, kUninsured, kNow + kAnswerAgeMax).confirmation,
            Confirmation::kConfirmed);
  EXPECT_EQ(concluded(status, kUninsured, kNow + kAnswerAgeMax + 1ms).ground,
            Ground::kAnswerTooOld);
  EXPECT_EQ(concluded(status, kUninsured, kNow - 1min).confirmation, Confirmation::kConfirmed);
  EXPECT_EQ(concluded(status, kUninsured, kNow - 1min - 1ms).confirmation,
            Confirmation::kUnconfirmed);
}

TEST(Concluded, has_a_name_of_its_own_for_everything) {
  std::set<std::string_view> names;
  for (int ground = 0; ground <= static_cast<int>(Ground::kHolderDisqualified); ++ground) {
    names.insert(name_of(static_cast<Ground>(ground)));
  }
  EXPECT_EQ(names.size(), 10U);
  EXPECT_EQ(name_of(Confirmation::kUnconfirmed), "unconfirmed");
  EXPECT_EQ(name_of(kHolder), "disqualified_holder");
}

}  // namespace
}  // namespace bas::registers
