#include "base/result.h"

#include <gtest/gtest.h>

#include <memory>

#include "base/check.h"

namespace bas {
namespace {

Result<int> half(int number) {
  if (number % 2 != 0) return fail(ErrorCode::kBadInput, "odd");
  return number / 2;
}

Result<> must_be_even(int number) {
  if (number % 2 != 0) return fail(ErrorCode::kConflict, "odd again");
  return {};
}

Result<int> quarter(int number) {
  TRY(must_be_even(number));
  const int halved = TRY(half(number));
  return TRY(half(halved));
}

Result<std::unique_ptr<int>> boxed(int number) { return std::make_unique<int>(TRY(half(number))); }

TEST(Try, hands_the_value_on) {
  EXPECT_EQ(quarter(12).value(), 3);
  EXPECT_EQ(*boxed(4).value(), 2);
}

TEST(Try, returns_the_first_error) {
  EXPECT_EQ(quarter(7).error().code, ErrorCode::kConflict);
  EXPECT_EQ(quarter(6).error().text, "odd");
}

TEST(Try, moves_what_cannot_be_copied) {
  const auto twice = [](int number) -> Result<int> {
    const std::unique_ptr<int> box = TRY(boxed(number));
    return *box * 2;
  };
  EXPECT_EQ(twice(10).value(), 10);
}

TEST(ErrorCode, has_a_stable_name_each) {
  EXPECT_EQ(name_of(ErrorCode::kBadInput), "bad_input");
  EXPECT_EQ(name_of(ErrorCode::kDestroyed), "destroyed");
}

TEST(CheckDeathTest, stops_the_process_and_says_where) {
  check(true);
  EXPECT_DEATH(check(1 + 1 == 3), "invariant broken at .*result_test.cc");
}

}  // namespace
}  // namespace bas
