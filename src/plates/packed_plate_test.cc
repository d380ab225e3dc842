#include "plates/packed_plate.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace bas::plates {
namespace {

std::string any_plate(int longest = 10) {
  static const std::string kGlyphs = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  const int length = *rc::gen::inRange(1, longest + 1);
  return *rc::gen::container<std::string>(static_cast<std::size_t>(length),
                                          rc::gen::elementOf(kGlyphs));
}

PackedPlate packed(std::string_view text) { return PackedPlate::of(text).value(); }

RC_GTEST_PROP(PackedPlate, gives_its_text_back, ()) {
  const std::string text = any_plate();
  RC_ASSERT(packed(text).text() == text);
  RC_ASSERT(packed(text).length() == static_cast<int>(text.size()));
}

RC_GTEST_PROP(PackedPlate, is_ordered_as_its_text, ()) {
  const std::string a = any_plate();
  const std::string b = any_plate();
  RC_ASSERT((packed(a) < packed(b)) == (a < b));
}

RC_GTEST_PROP(PackedPlate, loses_replaces_and_takes_in_a_glyph_as_a_text_does, ()) {
  const std::string text = any_plate(9);
  const int place = *rc::gen::inRange(0, static_cast<int>(text.size()));
  const auto at = static_cast<std::size_t>(place);
  RC_ASSERT(packed(text).without(place).text() == std::string(text).erase(at, 1));
  RC_ASSERT(packed(text).with(place, 11).text() == std::string(text).replace(at, 1, "A"));
  RC_ASSERT(packed(text).with_inserted(place, 11).text() == std::string(text).insert(at, "A"));
  RC_ASSERT(text_of(packed(text).at(place)) == text.substr(at, 1));
}

RC_GTEST_PROP(PackedPlate, counts_the_places_in_which_two_differ, ()) {
  const std::string a = any_plate();
  const std::string b = any_plate();
  int differing = static_cast<int>(std::max(a.size(), b.size()) - std::min(a.size(), b.size()));
  for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i) differing += a[i] != b[i];
  RC_ASSERT(differing_places(packed(a), packed(b)) == differing);
}

TEST(PackedPlate, keeps_umlauts_and_cyrillic_letters_apart) {
  EXPECT_EQ(packed("TÖL123").text(), "TÖL123");
  EXPECT_NE(packed("TÖL123"), packed("TOL123"));
  EXPECT_EQ(packed("А123ВС77").text(), "А123ВС77");
  EXPECT_NE(packed("А1"), packed("A1"));  // Cyrillic, Latin
}

TEST(PackedPlate, refuses_what_does_not_fit) {
  EXPECT_FALSE(PackedPlate::of("12345678901"));
  EXPECT_FALSE(PackedPlate::of("京A12345"));
  EXPECT_FALSE(PackedPlate::of("1AB?"));
  EXPECT_EQ(PackedPlate::of("")->length(), 0);
}

}  // namespace
}  // namespace bas::plates
