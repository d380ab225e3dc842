#include "plates/misread_model.h"

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "plates/folding.h"
#include "plates/standard_data.h"

namespace bas::plates {
namespace {

const MisreadModel& standard_misreads() {
  static const MisreadModel model = MisreadModel::parse(misreads()).value();
  return model;
}

double likelihood(std::string_view truth, std::string_view read) {
  return standard_misreads().likelihood(PackedPlate::of(truth).value(),
                                        {.plate = PackedPlate::of(read).value()});
}

TEST(MisreadModel, finds_likely_what_happens_often) {
  const double right = likelihood("1ABC123", "1ABC123");
  const double confused = likelihood("1ABC123", "1A8C123");
  const double strange = likelihood("1ABC123", "1AXC123");
  EXPECT_NEAR(right, 0.96, 0.03);
  EXPECT_GT(confused, 20 * strange);
  EXPECT_GT(strange, 0);
  EXPECT_GT(likelihood("1ABC123", "1ABC12"), strange);    // lost
  EXPECT_GT(likelihood("1ABC123", "11ABC123"), strange);  // a bolt seen as 1
  EXPECT_EQ(likelihood("1ABC123", "1ABC1"), 0);
}

RC_GTEST_PROP(MisreadModel, sums_over_sets_kept_at_hand_or_not, ()) {
  MisreadModel model = standard_misreads();
  const GlyphSet set = *rc::gen::arbitrary<GlyphSet>() & ~GlyphSet{1};
  model.keep_at_hand(std::vector<GlyphSet>{set, kDigits, kLatinLetters, set});
  for (const GlyphSet asked : {set, kDigits, kLatinLetters, set & kDigits}) {
    const auto read = *rc::gen::inRange<Glyph>(1, 61);
    double all = 0;
    double rare = 0;
    double lost = 0;
    for (Glyph truth = 1; truth < kGlyphCodes; ++truth) {
      if (!holds(asked, truth)) continue;
      lost += model.lost(truth);
      const double share = truth == read ? 0 : model.replaced(truth, read);
      all += share;
      if (share < MisreadModel::kRareConfusion) rare += share;
    }
    RC_ASSERT(std::abs(model.taken(asked, read).all - all) < 1e-12);
    RC_ASSERT(std::abs(model.taken(asked, read).rare - rare) < 1e-12);
    RC_ASSERT(std::abs(model.lost(asked) - lost) < 1e-12);
  }
}

// The reads within one error and the right one are nearly all that happens.
TEST(MisreadModel, shares_a_whole_among_the_reads_of_a_plate) {
  const PackedPlate truth = PackedPlate::of("1ABC123").value();
  double whole = standard_misreads().likelihood(truth, {.plate = truth});
  const auto count = [&](PackedPlate read) {
    whole += standard_misreads().likelihood(truth, {.plate = read});
  };
  std::vector<PackedPlate> seen;
  const auto once = [&](PackedPlate read) {
    if (read == truth || std::find(seen.begin(), seen.end(), read) != seen.end()) return;
    seen.push_back(read);
    count(read);
  };
  for (int place = 0; place < 7; ++place) {
    once(truth.without(place));
    for (int glyph = 1; glyph < 61; ++glyph) once(truth.with(place, static_cast<Glyph>(glyph)));
  }
  for (int place = 0; place < 8; ++place) {
    for (int glyph = 1; glyph < 61; ++glyph) {
      once(truth.with_inserted(place, static_cast<Glyph>(glyph)));
    }
  }
  EXPECT_LT(whole, 1.0001);
  EXPECT_GT(whole, 0.995);
}

TEST(MisreadModel, believes_a_sure_camera_more) {
  const PackedPlate listed = PackedPlate::of("1ABC123").value();
  ReadEvidence read{.plate = PackedPlate::of("1A8C123").value()};
  const double usual = standard_misreads().likelihood(listed, read);
  read.doubt[2] = 0.1F;
  EXPECT_NEAR(standard_misreads().likelihood(listed, read), usual / 10, usual / 100);
  read.doubt[2] = 10;
  EXPECT_NEAR(standard_misreads().likelihood(listed, read), usual * 10, usual);
}

RC_GTEST_PROP(MisreadModel, stays_a_probability_for_any_two_plates, ()) {
  const auto any = [] {
    PackedPlate plate;
    const int length = *rc::gen::inRange(1, 11);
    for (int i = 0; i < length; ++i) plate = plate.with(i, *rc::gen::inRange<Glyph>(1, 61));
    return plate;
  };
  ReadEvidence read{.plate = any()};
  const PackedPlate truth = any();
  const double probability = standard_misreads().likelihood(truth, read);
  RC_ASSERT(probability >= 0 && probability <= 1);
  for (float& doubt : read.doubt) doubt = static_cast<float>(*rc::gen::inRange(0, 1000));
  const double weight = standard_misreads().likelihood(truth, read);
  RC_ASSERT(weight >= 0 && std::isfinite(weight));
}

TEST(MisreadModel, says_which_line_is_wrong) {
  for (const char* line :
       {"pair A A 1", "pair A ? 1", "pair A B", "often 1", "replaced 0.9", "replaced -1",
        "lost AB 1", "reads A A 0.1", "reads A B 0.6", "loses A", "adds AB 0.1"}) {
    const auto parsed = MisreadModel::parse(std::string("lost 0.01\n") + line);
    ASSERT_FALSE(parsed) << line;
    EXPECT_NE(parsed.error().text.find("line 2"), std::string::npos);
  }
}

TEST(MisreadModel, takes_chances_one_by_one_as_it_writes_them) {
  const MisreadModel model =
      MisreadModel::parse("reads K X 0.02\nloses 7 0.01\nadds 1 0.003\n").value();
  const auto glyph = [](std::string_view text) { return first_glyph(text)->glyph; };
  EXPECT_FLOAT_EQ(model.replaced(glyph("K"), glyph("X")), 0.02F);
  EXPECT_EQ(model.replaced(glyph("X"), glyph("K")), 0) << "not the other way round";
  EXPECT_FLOAT_EQ(model.kept(glyph("7")), 0.99F);
  EXPECT_FLOAT_EQ(model.added(glyph("1")), 0.003F);
  EXPECT_EQ(MisreadModel::parse(standard_misreads().text())->text(), standard_misreads().text());
  EXPECT_FALSE(MisreadModel::parse("reads A B 0.3\nreads A C 0.3\n"));
  EXPECT_FALSE(MisreadModel::parse("adds A 0.3\nadds B 0.3\n"));
}

TEST(MisreadModel, refuses_or_takes_a_text_cut_anywhere) {
  const std::string whole =
      "replaced 0.03\npair A Ä 0.5\nreads Ö 0 0.01\nloses 1 0.02\nadds I 0.01\n";
  for (std::size_t length = 0; length <= whole.size(); ++length) {
    const auto model = MisreadModel::parse(std::string_view(whole).substr(0, length));
    if (!model) continue;
    const PackedPlate plate = PackedPlate::of("1ÄB0").value();
    EXPECT_GT(model->likelihood(plate, {.plate = plate}), 0.5);
  }
}

TEST(MisreadModel, takes_no_weight_that_would_drown_the_others) {
  for (const std::string_view line : {"added 3 3e79", "lost 3 1e7", "pair A B 1e38", "other 1e9"}) {
    EXPECT_FALSE(MisreadModel::parse(line)) << line;
  }
}

TEST(MisreadModel, is_whole_when_nothing_is_ever_lost_or_added_or_hardly_replaced) {
  std::string text = "replaced 0.03\nlost 0.01\nadded 0.01\npair A B 1e-44\n";
  for (Glyph glyph = 1; glyph <= 36; ++glyph) {
    text += fmt::format("lost {0} 0\nadded {0} 0\n", text_of(glyph));
  }
  const auto model = MisreadModel::parse(text);
  ASSERT_TRUE(model) << model.error().text;
  const PackedPlate plate = PackedPlate::of("1ABC234").value();
  const double whole = model->likelihood(plate, {.plate = plate});
  EXPECT_TRUE(whole > 0.8 && whole <= 1) << whole;
}

TEST(Folding, makes_look_alikes_one_and_keeps_the_others) {
  const Folding folding = Folding::parse(look_alikes()).value();
  const auto fold = [&](std::string_view text) {
    return folding.fold(PackedPlate::of(text).value()).text();
  };
  EXPECT_EQ(fold("1ABO0Z2"), fold("IA8QD22"));
  EXPECT_NE(fold("1ABC123"), fold("1ABC124"));
  EXPECT_EQ(fold("TÖL"), fold("TOL"));
  EXPECT_EQ(fold("HXY"), "HXY");
  EXPECT_FALSE(Folding::parse("0 O\n8 O"));
  EXPECT_FALSE(Folding::parse("0 OO"));
}

}  // namespace
}  // namespace bas::plates
