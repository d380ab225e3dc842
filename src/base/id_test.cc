#include "base/id.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <set>

namespace bas {
namespace {

UtcTime ms(std::int64_t count) { return UtcTime{std::chrono::milliseconds{count}}; }

rc::Gen<Id> any_id() {
  return rc::gen::map(rc::gen::container<std::array<char, 16>>(rc::gen::arbitrary<char>()),
                      [](const std::array<char, 16>& bytes) { return Id{bytes}; });
}

TEST(Id, carries_the_millisecond_it_was_made_for) {
  SeededRandom random(1);
  EXPECT_EQ(make_id(ms(1'795'464'983'123), random).time(), ms(1'795'464'983'123));
  EXPECT_EQ(make_id(ms(0), random).time(), ms(0));
}

TEST(Id, has_the_text_of_the_ulid_layout) {
  Id id;
  EXPECT_EQ(to_string(id), "00000000000000000000000000");
  id.bytes.fill('\xff');
  EXPECT_EQ(to_string(id), "7ZZZZZZZZZZZZZZZZZZZZZZZZZ");
  // The timestamp of the ULID specification's own example: 01ARZ3NDEK is 1469922850259.
  SeededRandom random(1);
  EXPECT_EQ(to_string(make_id(ms(1'469'922'850'259), random)).substr(0, 10), "01ARZ3NDEK");
}

TEST(Id, differs_within_one_millisecond) {
  SystemRandom random;
  std::set<std::string> seen;
  for (int i = 0; i < 1000; ++i) seen.insert(to_string(make_id(ms(7), random)));
  EXPECT_EQ(seen.size(), 1000U);
}

RC_GTEST_PROP(Id, gives_back_what_it_was_given, ()) {
  const Id id = *any_id();
  RC_ASSERT(parse_id(to_string(id)).value() == id);
  RC_ASSERT(id_from_bytes(id.view()).value() == id);
}

RC_GTEST_PROP(Id, sorts_as_text_in_the_order_of_its_time, ()) {
  SeededRandom random(*rc::gen::arbitrary<std::uint64_t>());
  const auto earlier = *rc::gen::inRange<std::int64_t>(0, 7'258'000'000'000);
  const auto later = *rc::gen::inRange<std::int64_t>(earlier + 1, 7'258'000'000'001);
  RC_ASSERT(to_string(make_id(ms(earlier), random)) < to_string(make_id(ms(later), random)));
}

RC_GTEST_PROP(IdSequence, sorts_each_behind_the_one_before_whatever_the_clock_does, ()) {
  SeededRandom random(*rc::gen::arbitrary<std::uint64_t>());
  IdSequence ids(random);
  Id last;
  for (const int step : *rc::gen::container<std::vector<int>>(rc::gen::inRange(-3, 3))) {
    const Id id = ids.next(ms(1'700'000'000'000 + step));
    RC_ASSERT(id > last);
    last = id;
  }
}

TEST(IdSequence, carries_into_the_higher_bytes) {
  SeededRandom random(1);
  IdSequence ids(random);
  Id last = ids.next(ms(1));
  for (int i = 0; i < 70'000; ++i) {
    const Id id = ids.next(ms(1));
    ASSERT_GT(id, last);
    last = id;
  }
}

TEST(Id, refuses_what_is_no_id) {
  const std::string whole = "01ARZ3NDEKTSV4RRFFQ69G5FAV";
  ASSERT_TRUE(parse_id(whole));
  for (std::size_t length = 0; length < whole.size(); ++length) {
    EXPECT_FALSE(parse_id(whole.substr(0, length))) << length;
  }
  EXPECT_FALSE(parse_id(whole + "0"));
  EXPECT_FALSE(parse_id("8ZZZZZZZZZZZZZZZZZZZZZZZZZ")) << "over 128 bits";
  EXPECT_FALSE(parse_id("01ARZ3NDEKTSV4RRFFQ69G5FAU")) << "U is no digit";
  EXPECT_FALSE(parse_id("01arz3ndektsv4rrffq69g5fav")) << "one spelling only";
  EXPECT_FALSE(id_from_bytes("15 bytes here.."));
}

}  // namespace
}  // namespace bas
