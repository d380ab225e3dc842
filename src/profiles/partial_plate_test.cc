#include "profiles/partial_plate.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "match/pattern_index.h"

namespace bas::profiles {
namespace {

TEST(partial_plate, names_two_characters_at_least_and_fits_a_plate) {
  for (const char* good : {"1A*", "?BC?", "*A*B*", "1ABC23????", "AB", "1*2", "A**B"}) {
    EXPECT_TRUE(check_partial_plate(good)) << good;
  }
  for (const char* bad : {"", "*", "A?", "?????", "1ABC23?????", "A*B*C*D*", "你A*"}) {
    EXPECT_FALSE(check_partial_plate(bad)) << bad;
  }
}

RC_GTEST_PROP(partial_plate, what_is_taken_is_taken_by_the_index, ()) {
  const auto pattern = *rc::gen::container<std::string>(
      rc::gen::elementOf(std::string("1ABZ9??**\xC3\x84\xD0\x96")));
  if (check_partial_plate(pattern)) RC_ASSERT(match::PatternIndex::lay(pattern).has_value());
}

}  // namespace
}  // namespace bas::profiles
