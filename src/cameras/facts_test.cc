#include "cameras/facts.h"

#include <gtest/gtest.h>

#include <cmath>
#include <string>

#include "base/encode.h"
#include "cameras/text.h"

namespace bas::cameras {
namespace {

TEST(BoundedText, is_valid_utf8_without_control_characters_and_at_most_256_bytes) {
  EXPECT_EQ(bounded_text("  a b\r\n"), "a b");
  EXPECT_EQ(bounded_text(std::string("a\0b\x1b[31m", 8)), "ab[31m");
  EXPECT_EQ(bounded_text(std::string(1000, 'x')).size(), 256U);
  std::string euros;
  for (int i = 0; i < 1000; ++i) euros += "€";
  EXPECT_EQ(bounded_text(euros).size(), 255U);
  EXPECT_TRUE(is_valid_utf8(bounded_text(euros)));
  EXPECT_TRUE(is_valid_utf8(bounded_text(std::string(1000, '\xFF'))));
}

TEST(RepairedUtf8, takes_stray_bytes_as_latin_1_and_keeps_what_is_valid) {
  EXPECT_EQ(repaired_utf8("K\xD6 L\xFC"), "KÖ Lü");
  EXPECT_EQ(repaired_utf8("KÖ\xD6"), "KÖÖ");
  EXPECT_EQ(repaired_utf8("\x80\xC3"), "\xEF\xBF\xBDÃ");
}

TEST(BoundedWord, is_lower_case_and_empty_for_words_that_say_nothing) {
  EXPECT_EQ(bounded_word("BLUE"), "blue");
  for (const char* word : {"unknown", "Unk", "OTHER", "-", ""}) EXPECT_EQ(bounded_word(word), "");
}

TEST(PlateText, keeps_a_plate_as_sent_and_drops_what_stands_for_none) {
  EXPECT_EQ(plate_text(" 1-abc-234 "), "1-abc-234");
  EXPECT_EQ(plate_text("BÜR 815"), "BÜR 815");
  for (const char* text : {"unknown", "UNKNOWN", "noPlate", "NOPLATE", "%s", "$plate$", "*", ""}) {
    EXPECT_EQ(plate_text(text), "") << text;
  }
}

TEST(PlateText, is_cut_to_32_glyphs) {
  EXPECT_EQ(plate_text(std::string(100, 'A')), std::string(32, 'A'));
  std::string umlauts;
  for (int i = 0; i < 100; ++i) umlauts += "Ä";
  EXPECT_EQ(plate_text(umlauts), umlauts.substr(0, 64));
}

TEST(Confidence, is_a_share_of_one_or_nothing) {
  EXPECT_EQ(from_percent(93), 0.93);
  EXPECT_EQ(from_percent(1), 0.01);
  EXPECT_EQ(from_fraction_or_percent(1), 1);
  EXPECT_EQ(from_fraction_or_percent(0.5), 0.5);
  EXPECT_EQ(from_fraction_or_percent(95.5), 0.955);
  for (const double absurd : {-1.0, 101.0, std::nan("")}) {
    EXPECT_FALSE(from_percent(absurd)) << absurd;
    EXPECT_FALSE(from_fraction_or_percent(absurd)) << absurd;
  }
  EXPECT_EQ(from_percent(parse_number("093")), 0.93);
}

TEST(PlausibleBox, is_cut_to_the_frame_or_dropped) {
  const auto cut = plausible_box({0.9, 0.9, 0.5, 0.5});
  ASSERT_TRUE(cut);
  EXPECT_DOUBLE_EQ(cut->width, 0.1);
  EXPECT_FALSE(plausible_box({-0.1, 0, 0.5, 0.5}));
  EXPECT_FALSE(plausible_box({0, 0, 0, 0.5}));
  EXPECT_FALSE(plausible_box({1, 0, 0.5, 0.5}));
  EXPECT_FALSE(plausible_box({0, 0, std::nan(""), 0.5}));
  EXPECT_FALSE(plausible_box({0, 0, 4, 0.5}));
}

TEST(AddPicture, takes_eight_that_are_pictures_by_their_first_bytes) {
  std::vector<Picture> pictures;
  add_picture(pictures, PictureRole::kPlate, "no picture");
  add_base64_picture(pictures, PictureRole::kPlate, "BASE64_JPG_OCR");
  add_base64_picture(pictures, PictureRole::kPlate, "");
  EXPECT_TRUE(pictures.empty());
  for (int i = 0; i < 20; ++i) add_picture(pictures, PictureRole::kPlate, "\xFF\xD8\xFF");
  EXPECT_EQ(pictures.size(), kPicturesMax);
}

}  // namespace
}  // namespace bas::cameras
