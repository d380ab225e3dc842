#include "base/random.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace bas {
namespace {

RC_GTEST_PROP(SeededRandom, repeats_itself, (std::uint64_t seed)) {
  SeededRandom first(seed);
  SeededRandom second(seed);
  RC_ASSERT(first.bytes(33) == second.bytes(33));
  RC_ASSERT(first.next() == second.next());
}

// The first outputs for seed 1234567, as published with the algorithm's reference code.
TEST(SeededRandom, is_splitmix64) {
  SeededRandom random(1234567);
  EXPECT_EQ(random.next(), 6457827717110365317U);
  EXPECT_EQ(random.next(), 3203168211198807973U);
}

TEST(SystemRandom, does_not_repeat_itself) {
  SystemRandom random;
  EXPECT_NE(random.bytes(16), random.bytes(16));
  EXPECT_EQ(random.bytes(0), "");
  EXPECT_EQ(random.bytes(1000).size(), 1000U);
}

}  // namespace
}  // namespace bas
