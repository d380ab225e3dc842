#include "api/presence.h"

#include <gtest/gtest.h>

namespace bas::api {
namespace {

Id numbered(char c) {
  Id id;
  id.bytes.fill(c);
  return id;
}
const UtcTime kNow{std::chrono::hours(1)};
Presence::Look look_at(char hit, char who) {
  return {numbered(hit), {}, {numbered(who), "An", {}}};
}

TEST(Presence, names_all_who_have_a_hit_open) {
  Presence presence;
  EXPECT_EQ(presence.note(numbered('1'), look_at('h', 'a'), kNow).size(), 1U);
  const auto changed = presence.note(numbered('2'), look_at('h', 'b'), kNow);
  ASSERT_EQ(changed.size(), 1U);
  EXPECT_EQ(changed[0].viewers.size(), 2U);
  EXPECT_EQ(presence.all(kNow).size(), 1U);
}

TEST(Presence, who_goes_on_leaves_the_hit_before) {
  Presence presence;
  presence.note(numbered('1'), look_at('h', 'a'), kNow);
  const auto changed = presence.note(numbered('1'), look_at('i', 'a'), kNow);
  ASSERT_EQ(changed.size(), 2U);
  EXPECT_EQ(changed[0].hit, numbered('h'));
  EXPECT_TRUE(changed[0].viewers.empty());
  EXPECT_EQ(changed[1].viewers.size(), 1U);
  EXPECT_EQ(presence.note(numbered('1'), std::nullopt, kNow).size(), 1U);
  EXPECT_TRUE(presence.note(numbered('1'), std::nullopt, kNow).empty());
  EXPECT_TRUE(presence.all(kNow).empty());
}

TEST(Presence, who_says_nothing_more_is_gone) {
  Presence presence;
  presence.note(numbered('1'), look_at('h', 'a'), kNow);
  EXPECT_EQ(presence.all(kNow + kPresenceLasts - std::chrono::milliseconds(1)).size(), 1U);
  EXPECT_TRUE(presence.all(kNow + kPresenceLasts).empty());
}

}  // namespace
}  // namespace bas::api
