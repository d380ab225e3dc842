#include "match/learning.h"

#include <gtest/gtest.h>

#include <cmath>

#include "match/knowledge.h"
#include "match/noisy_camera_test.h"
#include "plates/standard_data.h"

namespace bas::match {
namespace {

using plates::Glyph;
using plates::MisreadModel;
using plates::PackedPlate;

constexpr std::uint64_t kSeed = 41;

const MisreadModel& prior() { return Knowledge::standard()->misreads; }
const plates::Grammars& grammars() { return Knowledge::standard()->grammars; }

Glyph glyph(std::string_view text) { return plates::first_glyph(text)->glyph; }

// Errs in other ways than cameras in general: K for X, W for V, and loses the 7.
MisreadModel odd_camera() {
  return MisreadModel::parse(
             "replaced 0.09\nlost 0.02\nadded 0.004\nother 0.01\npair K X 1.5\npair W V 1\n"
             "pair 8 B 0.2\npair 0 D 0.3\nlost 7 8\nadded 1 5\n")
      .value();
}

class Fleet {
 public:
  explicit Fleet(const MisreadModel& model) : camera_(model, random_) {}

  PackedPlate vehicle() {
    PackedPlate plate = PackedPlate::of("1").value();
    for (int place = 1; place < 4; ++place) {
      const auto letter = static_cast<Glyph>(11 + camera_.below(26));
      plate = plate.with(place, letter == glyph("O") ? glyph("P") : letter);
    }
    for (int place = 4; place < 7; ++place) {
      plate = plate.with(place, static_cast<Glyph>(1 + camera_.below(10)));
    }
    return plate;
  }
  VerifiedRead verified() {
    const PackedPlate truth = vehicle();
    return {truth, camera_.read(truth)};
  }
  PassagePair pair() {
    const PackedPlate truth = vehicle();
    return {camera_.read(truth), camera_.read(truth), "BE", 0.9};
  }

 private:
  SeededRandom random_{kSeed};
  NoisyCamera camera_;
};

struct Split {
  MisreadCounts learned_from;
  std::vector<VerifiedRead> held_out;
};

Split split(const MisreadModel& camera, int reads) {
  Fleet fleet(camera);
  Split parts;
  for (int i = 0; i < reads; ++i) {
    const VerifiedRead read = fleet.verified();
    if (is_held_out(read.truth, kSeed)) {
      parts.held_out.push_back(read);
    } else {
      parts.learned_from.add(prior(), read);
    }
  }
  return parts;
}

TEST(learning, recovers_a_camera_that_errs_in_other_ways) {
  const MisreadModel camera = odd_camera();
  const Split parts = split(camera, 60'000);
  const MisreadModel model(learn(parts.learned_from, prior()));
  for (const auto& [truth, read] : {std::pair{"K", "X"}, {"W", "V"}, {"8", "B"}}) {
    const double right = camera.replaced(glyph(truth), glyph(read));
    EXPECT_NEAR(model.replaced(glyph(truth), glyph(read)), right, 0.25 * right) << truth << read;
  }
  EXPECT_LT(prior().replaced(glyph("K"), glyph("X")),
            0.25 * camera.replaced(glyph("K"), glyph("X")));
  EXPECT_NEAR(model.lost(glyph("7")), camera.lost(glyph("7")), 0.25 * camera.lost(glyph("7")));
  EXPECT_NEAR(model.added(glyph("1")), camera.added(glyph("1")), 0.3 * camera.added(glyph("1")));
  const Evaluation of_learned = evaluate(model, prior(), parts.held_out);
  const Evaluation of_truth = evaluate(camera, prior(), parts.held_out);
  EXPECT_GT(of_learned.reads, 10'000U);
  EXPECT_GT(of_learned.gain, 0.8 * of_truth.gain);
  EXPECT_GT(of_truth.gain, 0.02);
  EXPECT_LT(of_learned.perplexity, of_learned.prior_perplexity);
}

TEST(learning, stays_near_what_was_known_after_few_reads) {
  MisreadCounts counts;
  const auto add = [&](std::string_view truth, std::string_view read) {
    counts.add(prior(), {PackedPlate::of(truth).value(), PackedPlate::of(read).value()});
  };
  for (int i = 0; i < 50; ++i) add("1ABC234", "1ABC234");
  add("1ABC234", "1AQC234");
  const MisreadModel model(learn(counts, prior()));
  for (Glyph a = 1; a <= 36; ++a) {
    for (Glyph b = 1; b <= 36; ++b) {
      if (a == b) continue;
      EXPECT_LT(model.replaced(a, b), 3.8 * prior().replaced(a, b));
      EXPECT_GT(model.replaced(a, b), 0.4 * prior().replaced(a, b));
    }
  }
  EXPECT_GT(model.replaced(glyph("B"), glyph("Q")), 2.5 * prior().replaced(glyph("B"), glyph("Q")));
}

// Of its own kind of camera there is nothing to learn, and little is lost by trying.
TEST(learning, does_not_learn_noise) {
  Fleet fleet(prior());
  MisreadCounts counts;
  for (int i = 0; i < 3'000; ++i) counts.add(prior(), fleet.verified());
  std::vector<VerifiedRead> held_out;
  for (int i = 0; i < 20'000; ++i) held_out.push_back(fleet.verified());
  const Evaluation evaluation = evaluate(MisreadModel(learn(counts, prior())), prior(), held_out);
  EXPECT_GT(evaluation.gain, -0.01);
  EXPECT_LT(evaluation.gain, 0.002);
}

TEST(learning, from_equal_pairs_alone_leaves_the_confusions_alive) {
  MisreadCounts counts;
  Fleet fleet(prior());
  for (int i = 0; i < 50'000; ++i) {
    const PackedPlate plate = fleet.vehicle();
    counts.add(prior(), {plate, plate});
  }
  const MisreadModel model(learn(counts, prior()));
  for (Glyph a = 1; a <= 36; ++a) {
    for (Glyph b = 1; b <= 36; ++b) {
      if (a == b) continue;
      EXPECT_GE(model.replaced(a, b), 0.099F * prior().replaced(a, b));
    }
    EXPECT_GE(model.lost(a), 0.099F * prior().lost(a));
    EXPECT_GE(model.added(a), 0.099F * prior().added(a));
  }
}

TEST(learning, from_pairs_of_reads_finds_the_confusions_without_the_truth) {
  const MisreadModel camera = odd_camera();
  Fleet fleet(camera);
  std::vector<PassagePair> pairs;
  for (int i = 0; i < 15'000; ++i) pairs.push_back(fleet.pair());
  const MisreadModel model = learn_from_pairs(pairs, grammars(), prior(), 3);
  const double right = camera.replaced(glyph("K"), glyph("X"));
  EXPECT_NEAR(model.replaced(glyph("K"), glyph("X")), right, 0.4 * right);
  EXPECT_LT(prior().replaced(glyph("K"), glyph("X")), 0.5 * right);
  std::vector<VerifiedRead> held_out;
  for (int i = 0; i < 5'000; ++i) held_out.push_back(fleet.verified());
  EXPECT_GT(evaluate(model, prior(), held_out).gain,
            0.5 * evaluate(camera, prior(), held_out).gain);
}

TEST(learning, takes_two_reads_that_nothing_joins_for_two_vehicles) {
  MisreadCounts counts;
  const auto plate = [](std::string_view text) { return PackedPlate::of(text).value(); };
  counts.add(prior(), grammars(), {plate("1ABC234"), plate("1XYZ987"), "BE", 0.9});
  counts.add(prior(), grammars(), {plate("1ABC234"), plate("1AB"), "BE", 0.9});
  EXPECT_EQ(counts.reads, 0);
  counts.add(prior(), grammars(), {plate("1ABC234"), plate("1AHC239"), "BE", 1e-9});
  EXPECT_LT(counts.reads, 0.1) << "two vehicles by all that is known";
  counts.add(prior(), grammars(), {plate("1ABC234"), plate("1A8C234"), "BE", 0.9});
  EXPECT_GT(counts.reads, 1.9);
  EXPECT_GT(counts.read[glyph("B")][glyph("8")], 0.9) << "the grammar tells which is right";
}

TEST(learning, counts_every_glyph_once) {
  MisreadCounts counts;
  for (const auto& [truth, read] :
       {std::pair{"1ABC234", "1A8C234"}, {"1ABC234", "1ABC24"}, {"1ABC234", "11ABC234"}}) {
    counts.add(prior(), {PackedPlate::of(truth).value(), PackedPlate::of(read).value()});
  }
  double glyphs = 0;
  double added = 0;
  for (Glyph a = 1; a < plates::kGlyphCodes; ++a) {
    glyphs += counts.seen(a);
    added += counts.added[a];
  }
  EXPECT_NEAR(glyphs, 21, 1e-6);
  EXPECT_NEAR(added, 1, 1e-3);
  EXPECT_NEAR(counts.lost[glyph("3")], 1, 1e-3);
  EXPECT_NEAR(counts.gaps, 24, 1e-9);
  MisreadCounts twice = counts;
  twice.add(counts);
  EXPECT_NEAR(twice.seen(glyph("A")), 2 * counts.seen(glyph("A")), 1e-9);
}

TEST(learning, keeps_all_reads_of_a_vehicle_on_one_side) {
  Fleet fleet(prior());
  int held_out = 0;
  for (int i = 0; i < 5'000; ++i) held_out += is_held_out(fleet.vehicle(), kSeed) ? 1 : 0;
  EXPECT_NEAR(held_out, 1'000, 150);
}

TEST(learning, is_stored_as_glyphs_alone) {
  const Split parts = split(odd_camera(), 3'000);
  const MisreadModel model(learn(parts.learned_from, prior()));
  const std::string text = model.text();
  const MisreadModel back = MisreadModel::parse(text).value();
  for (const VerifiedRead& one : parts.held_out) {
    const double before = model.likelihood(one.truth, {.plate = one.read});
    EXPECT_NEAR(back.likelihood(one.truth, {.plate = one.read}), before, 1e-3 * before + 1e-12);
    EXPECT_EQ(text.find(one.truth.text()), std::string::npos);
  }
}

}  // namespace
}  // namespace bas::match
