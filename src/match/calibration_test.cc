#include "match/calibration.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "base/random.h"

namespace bas::match {
namespace {

void add(ConfidenceCounts& glyphs, double confidence, bool was_right, double count = 1) {
  glyphs.add(confidence, was_right ? count : 0, was_right ? 0 : count);
}

double chance(Random& random) { return static_cast<double>(random.next() >> 11) * 0x1.0p-53; }

// `right`: the share of right glyphs at a confidence.
template <typename Right>
ConfidenceCounts glyphs_of(std::size_t count, Right right) {
  SeededRandom random(17);
  ConfidenceCounts glyphs;
  for (std::size_t i = 0; i < count; ++i) {
    const double confidence = chance(random);
    add(glyphs, confidence, chance(random) < right(confidence));
  }
  return glyphs;
}

TEST(Calibration, finds_what_a_camera_that_boasts_is_worth) {
  const auto really = [](double confidence) { return 0.6 + 0.35 * confidence * confidence; };
  const auto calibration = Calibration::fit(glyphs_of(40'000, really)).value();
  for (const double confidence : {0.1, 0.3, 0.5, 0.7, 0.9}) {
    EXPECT_NEAR(calibration.right_at(confidence), really(confidence), 0.03) << confidence;
  }
  EXPECT_GT(calibration.doubt(0.1), 1.2F);
  EXPECT_LT(calibration.doubt(0.95), 0.5F);
}

TEST(Calibration, believes_nothing_of_confidences_that_say_nothing) {
  const auto calibration = Calibration::fit(glyphs_of(20'000, [](double) { return 0.9; })).value();
  const auto upside_down =
      Calibration::fit(glyphs_of(20'000, [](double c) { return 1 - 0.2 * c; })).value();
  for (const double confidence : {0.1, 0.5, 0.9}) {
    EXPECT_NEAR(calibration.doubt(confidence), 1, 0.2);
    EXPECT_NEAR(upside_down.doubt(confidence), 1, 0.2);
  }
}

TEST(Calibration, is_never_certain) {
  ConfidenceCounts glyphs;
  add(glyphs, 0.99, true, 50);
  add(glyphs, 0.2, false, 50);
  const auto calibration = Calibration::fit(glyphs).value();
  EXPECT_LT(calibration.right_at(0.99), 1);
  EXPECT_GT(calibration.right_at(0.2), 0);
  EXPECT_GT(calibration.doubt(0.99), 0);
}

TEST(Calibration, refuses_what_teaches_nothing) {
  const auto fit = [](double right, double wrong) {
    ConfidenceCounts glyphs;
    glyphs.add(0.5, right, wrong);
    return Calibration::fit(glyphs);
  };
  EXPECT_FALSE(fit(98, 1));
  EXPECT_FALSE(fit(200, 0));
  EXPECT_FALSE(fit(0, 200));
  EXPECT_TRUE(fit(199, 1));
}

TEST(Calibration, is_judged_on_glyphs_it_was_not_learned_from) {
  const auto really = [](double confidence) { return 0.6 + 0.35 * confidence; };
  const auto calibration = Calibration::fit(glyphs_of(20'000, really)).value();
  EXPECT_GT(calibration.gain(glyphs_of(5'000, really)), 0.01);
  EXPECT_LT(calibration.gain(glyphs_of(5'000, [](double c) { return 0.95 - 0.35 * c; })), 0);
  EXPECT_EQ(calibration.gain({}), 0);
}

TEST(Calibration, gives_the_doubts_of_a_read_whose_glyphs_it_can_tell_apart) {
  const auto calibration =
      Calibration::fit(glyphs_of(20'000, [](double c) { return 0.5 + 0.5 * c; })).value();
  const auto read = plates::PackedPlate::of("1AB").value();
  const auto doubts = calibration.doubts(std::vector{0.9, 0.1, 0.9}, read);
  EXPECT_LT(doubts[0], doubts[1]);
  EXPECT_EQ(doubts[3], 1);
  EXPECT_EQ(calibration.doubts(std::vector{0.9}, read)[0], 1) << "which glyph is it of?";
}

TEST(Calibration, is_stored_as_text_and_says_which_line_is_wrong) {
  const auto calibration =
      Calibration::fit(glyphs_of(5'000, [](double c) { return 0.5 + 0.5 * c; })).value();
  const auto back = Calibration::parse(calibration.text()).value();
  for (int i = 0; i <= 20; ++i) EXPECT_EQ(back.doubt(i / 20.0), calibration.doubt(i / 20.0));
  for (const char* line : {"wrong 0.5 0.4\nwrong 0.6 0.5", "wrong 0.5 1.5", "right 0.5 0.1",
                           "wrong 0.5 0.4\nwrong 0.5 0.3", "usual x"}) {
    EXPECT_FALSE(Calibration::parse(std::string("usual 0.1\n") + line)) << line;
  }
  EXPECT_FALSE(Calibration::parse("usual 0.1"));
  const std::string whole = calibration.text();
  for (std::size_t length = 0; length < whole.size(); ++length) {
    const auto cut = Calibration::parse(std::string_view(whole).substr(0, length));
    if (!cut) continue;
    EXPECT_LE(cut->right_at(0.5), 1);
    EXPECT_GE(cut->right_at(0.5), 0);
  }
}

RC_GTEST_PROP(Calibration, never_falls_and_stays_a_probability, ()) {
  ConfidenceCounts glyphs;
  add(glyphs, 0.5, true);
  add(glyphs, 0.5, false);
  for (int i = *rc::gen::inRange(100, 300); i > 0; --i) {
    add(glyphs, *rc::gen::inRange(0, 11) / 10.0, *rc::gen::inRange(0, 3) > 0);
  }
  const auto calibration = Calibration::fit(glyphs);
  RC_ASSERT(calibration.has_value());
  double before = 0;
  for (int i = 0; i <= 50; ++i) {
    const double right = calibration->right_at(i / 50.0);
    RC_ASSERT(right >= before - 1e-12 && right > 0 && right < 1);
    before = right;
  }
}

}  // namespace
}  // namespace bas::match
