#include "profiles/charset.h"

#include <gtest/gtest.h>

#include "base/encode.h"

namespace bas::profiles {
namespace {

std::string utf16(std::u16string_view text, Charset charset) {
  std::string out;
  for (const char16_t unit : text) {
    const char low = static_cast<char>(unit & 0xFF);
    const char high = static_cast<char>(unit >> 8);
    out.push_back(charset == Charset::kUtf16Le ? low : high);
    out.push_back(charset == Charset::kUtf16Le ? high : low);
  }
  return out;
}

TEST(charset, a_byte_order_mark_counts_more_than_the_profile) {
  EXPECT_EQ(see_charset("\xEF\xBB\xBFx", Charset::kLatin1).charset, Charset::kUtf8);
  EXPECT_EQ(see_charset("\xFF\xFEx", Charset::kUtf8).charset, Charset::kUtf16Le);
  EXPECT_EQ(see_charset("\xFE\xFF", Charset::kAuto).mark_bytes, 2U);
  EXPECT_EQ(see_charset("x", Charset::kLatin1).charset, Charset::kLatin1);
}

TEST(charset, utf_16_without_a_mark_is_known_by_its_zeros) {
  using std::literals::operator""sv;
  EXPECT_EQ(see_charset("p\0l\0"sv, Charset::kAuto).charset, Charset::kUtf16Le);
  EXPECT_EQ(see_charset("\0p\0l"sv, Charset::kAuto).charset, Charset::kUtf16Be);
  EXPECT_EQ(see_charset("plate", Charset::kAuto).charset, Charset::kUtf8);
  EXPECT_EQ(see_charset("", Charset::kAuto).charset, Charset::kUtf8);
}

TEST(charset, single_bytes_become_utf_8) {
  EXPECT_EQ(from_single_bytes("Andr\xE9 \x80 \x8A\x81", Charset::kWindows1252),
            "Andr\xC3\xA9 \xE2\x82\xAC \xC5\xA0\xEF\xBF\xBD");
  EXPECT_EQ(from_single_bytes("\xE9\x80", Charset::kLatin1), "\xC3\xA9\xC2\x80");
}

TEST(charset, utf_16_becomes_utf_8_in_both_orders) {
  for (const Charset charset : {Charset::kUtf16Le, Charset::kUtf16Be}) {
    const auto recoded = from_utf16(utf16(u"plaque é € 🚗", charset), charset);
    EXPECT_EQ(recoded.text, "plaque é € 🚗");
    EXPECT_FALSE(recoded.is_cut);
  }
}

TEST(charset, utf_16_cut_anywhere_is_valid_and_told_where_a_character_is_not_whole) {
  const std::string whole = utf16(u"a🚗b", Charset::kUtf16Be);
  for (std::size_t length = 0; length <= whole.size(); ++length) {
    const auto recoded = from_utf16(whole.substr(0, length), Charset::kUtf16Be);
    EXPECT_TRUE(is_valid_utf8(recoded.text));
    EXPECT_EQ(recoded.is_cut, length % 2 == 1 || length == 4) << length;
  }
  EXPECT_EQ(from_utf16(utf16(u"\xDC00x", Charset::kUtf16Be), Charset::kUtf16Be).text,
            "\xEF\xBF\xBDx");
}

}  // namespace
}  // namespace bas::profiles
