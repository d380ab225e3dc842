#include "match/repeated_passages.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "match/knowledge.h"
#include "match/learning.h"
#include "match/noisy_camera_test.h"

namespace bas::match {
namespace {

using plates::PackedPlate;
using std::chrono::seconds;

const UtcTime kStart = parse_rfc3339("2026-11-23T12:00:00Z").value();

Id camera(std::uint8_t number) {
  Id id;
  id.bytes.back() = number;
  return id;
}

PassingRead seen(std::string_view plate, std::uint8_t by, seconds after) {
  PassingRead read;
  read.plate = PackedPlate::of(plate).value();
  read.country = "BE";
  read.camera = camera(by);
  read.captured_at = kStart + after;
  read.latitude = 51.2;
  read.longitude = 4.4 + 0.01 * by;  // 0.7 km from one to the next
  return read;
}

class RepeatedPassagesTest : public ::testing::Test {
 protected:
  bool pairs(std::string_view plate, std::uint8_t by, seconds after) {
    return passages_.next(seen(plate, by, after)).has_value();
  }
  RepeatedPassages passages_{{.reads_most = 50}};
};

TEST_F(RepeatedPassagesTest, finds_the_read_of_another_camera_one_glyph_away) {
  for (const char* earlier : {"1ABC234", "2XBC234", "1DEF567", "1GHJ890", "1KLM12", "1RST3456"}) {
    EXPECT_FALSE(pairs(earlier, 1, seconds(0)));
  }
  EXPECT_TRUE(pairs("1ABC234", 2, seconds(60))) << "the same";
  EXPECT_TRUE(pairs("1DEF56", 2, seconds(60))) << "one lost";
  EXPECT_TRUE(pairs("1GHJ8900", 2, seconds(60))) << "one added";
  EXPECT_TRUE(pairs("1KLN12", 2, seconds(60))) << "one replaced";
  EXPECT_TRUE(pairs("2X8C234", 2, seconds(60)));
  EXPECT_FALSE(pairs("1RSU3457", 2, seconds(60))) << "two replaced";
}

TEST_F(RepeatedPassagesTest, leaves_out_where_the_vehicle_cannot_come_from) {
  EXPECT_FALSE(pairs("1ABC234", 1, seconds(0)));
  EXPECT_FALSE(pairs("1ABC234", 1, seconds(60))) << "the same camera";
  PassingRead far = seen("1ABC234", 2, seconds(60));
  far.longitude = 5.4;
  EXPECT_FALSE(passages_.next(far)) << "70 km in a minute";
  PassingRead dutch = seen("1ABC234", 2, seconds(60));
  dutch.country = "NL";
  EXPECT_FALSE(passages_.next(dutch));
}

TEST_F(RepeatedPassagesTest, takes_a_pair_of_a_vehicle_once_and_none_where_two_may_be_it) {
  EXPECT_FALSE(pairs("1ABC234", 1, seconds(0)));
  EXPECT_TRUE(pairs("1ABC234", 2, seconds(60)));
  EXPECT_FALSE(pairs("1ABC234", 3, seconds(120)));
  EXPECT_FALSE(pairs("1DEF567", 1, seconds(130)));
  EXPECT_FALSE(pairs("1DEF561", 1, seconds(131)));
  EXPECT_FALSE(pairs("1DEF568", 2, seconds(200))) << "of which?";
}

TEST_F(RepeatedPassagesTest, forgets_what_is_old_and_what_is_too_much) {
  EXPECT_FALSE(pairs("1ABC234", 1, seconds(0)));
  EXPECT_FALSE(pairs("1ABC234", 2, seconds(16 * 60)));
  EXPECT_EQ(passages_.remembered(), 1U);
  for (int i = 0; i < 500; ++i) pairs(fmt::format("{:03}XY{:03}", i, i), 1, seconds(960));
  EXPECT_LE(passages_.remembered(), 50U);
  EXPECT_FALSE(pairs("1ABC234", 3, seconds(17 * 60)));
  EXPECT_TRUE(pairs("499XY499", 2, seconds(17 * 60)));
}

// Vehicles that pass two cameras, among others that pass one, with a camera that errs in its own
// way: nobody says a true plate, and what is learned foretells reads better than before.
TEST(repeated_passages, teach_how_a_camera_misreads) {
  const auto knowledge = Knowledge::standard();
  const auto odd = plates::MisreadModel::parse(
                       "replaced 0.06\nlost 0.01\nadded 0.004\nother 0.01\npair 4 7 1.5\n"
                       "pair 8 B 0.2\nadded 1 5\n")
                       .value();
  SeededRandom random(5);
  NoisyCamera errs(odd, random);
  RepeatedPassages passages({});
  const auto vehicle = [&](int i) {
    const auto letter = [&](int shift) { return static_cast<char>('A' + (i >> shift) % 13); };
    return PackedPlate::of(
               fmt::format("2{}{}{}{:03}", letter(0), letter(4), letter(8), random.next() % 1000))
        .value();
  };
  MisreadCounts counts;
  for (int i = 0; i < 60'000; ++i) {
    const PackedPlate truth = vehicle(i);
    for (std::uint8_t by = 1; by <= 1 + i % 2; ++by) {
      PassingRead read = seen("1ABC234", by, seconds(i / 4 + 60 * by));
      read.plate = errs.read(truth);
      const auto pair = passages.next(read);
      if (!pair) continue;
      counts.add(knowledge->misreads, knowledge->grammars,
                 {pair->first.plate, pair->second.plate, "BE", pair->same});
    }
  }
  EXPECT_GT(counts.reads, 40'000) << "of 30,000 vehicles that passed twice";
  const plates::MisreadModel model(learn(counts, knowledge->misreads));
  std::vector<VerifiedRead> held_out;
  MisreadCounts held_out_counts;
  for (int i = 0; i < 20'000; ++i) {
    const PackedPlate truth = vehicle(i);
    held_out.push_back({truth, errs.read(truth)});
    held_out_counts.add(knowledge->misreads, held_out.back());
  }
  const double gain = evaluate(model, knowledge->misreads, held_out).gain;
  EXPECT_GT(gain, 0.5 * evaluate(odd, knowledge->misreads, held_out).gain);
  const double told = evaluate(model, knowledge->misreads, held_out_counts).gain;
  EXPECT_GT(told, 0.8 * gain);
  EXPECT_LE(told, gain + 1e-9) << "never told larger than it is";
}

}  // namespace
}  // namespace bas::match
