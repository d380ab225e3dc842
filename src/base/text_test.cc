#include "base/text.h"

#include <gtest/gtest.h>

namespace bas {
namespace {

TEST(Trimmed, takes_blanks_off_both_ends_and_leaves_those_within) {
  EXPECT_EQ(trimmed(" \t1-ABC 234\r\n"), "1-ABC 234");
  EXPECT_EQ(trimmed("1ABC234"), "1ABC234");
}

TEST(Trimmed, leaves_nothing_of_blanks_alone) {
  EXPECT_EQ(trimmed(""), "");
  EXPECT_EQ(trimmed(" \r\n\t "), "");
}

}  // namespace
}  // namespace bas
