#include "match/preview.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "match/entries_test.h"
#include "match/entry_index.h"
#include "match/noisy_camera_test.h"
#include "plates/standard_data.h"

namespace bas::match {
namespace {

using plates::PackedPlate;

constexpr std::uint64_t kWalkSeed = 20261124;

Id id_of(std::size_t number) {
  Id id;
  id.bytes[14] = static_cast<char>(number >> 8);
  id.bytes[15] = static_cast<char>(number);
  return id;
}

// A country of one form with plates AB23, of which a good third are on the road; a share of them
// is known to be real, and some are listed.
struct World {
  static constexpr std::size_t kVehicles = 25'000;
  static constexpr double kCoverage = 0.8;

  explicit World(std::size_t listed_count, std::string_view cameras = "")
      : random(kWalkSeed), camera(knowledge.misreads, random) {
    knowledge.grammars =
        plates::Grammars::parse("EU | ##@@## | 1 | any | 1\nXX | @@## | AB23 | car | 25").value();
    const std::string spoken = std::string(plates::misreads()) + "\n" + std::string(cameras);
    knowledge.misreads = plates::MisreadModel::parse(spoken).value();
    std::set<PackedPlate> drawn;
    while (drawn.size() < kVehicles) drawn.insert(any_plate());
    vehicles.assign(drawn.begin(), drawn.end());
    for (std::size_t i = vehicles.size() - 1; i > 0; --i) {
      std::swap(vehicles[i], vehicles[camera.below(i + 1)]);
    }
    for (std::size_t i = 0; i < static_cast<std::size_t>(kCoverage * kVehicles); ++i) {
      knowledge.known.add(vehicles[i], "XX");
    }
    knowledge.coverage = kCoverage;
    for (std::size_t i = 0; i < listed_count; ++i) {
      listed.push_back(vehicles[i * (kVehicles / listed_count)]);
    }
  }

  PackedPlate any_plate() {
    PackedPlate plate;
    int place = 0;
    for (const int count : {26, 26, 10, 10}) {
      const auto choice = camera.below(static_cast<std::size_t>(count));
      plate = plate.with(place++, static_cast<plates::Glyph>((count == 10 ? 1U : 11U) + choice));
    }
    return plate;
  }

  EntryIndex index(const MatchRule& of_list) const {
    EntryIndex made(kWalkSeed, shared);
    made.set_rule(Id{}, of_list);
    for (std::size_t i = 0; i < listed.size(); ++i) {
      IndexedEntry entry;
      entry.entry = id_of(i);
      entry.country = "XX";
      EXPECT_TRUE(made.put(listed[i].text(), entry));
    }
    return made;
  }

  Sighting passage(PackedPlate vehicle) {
    Sighting sighting;
    sighting.plate = {camera.read(vehicle).text(), "XX"};
    return sighting;
  }

  std::vector<PreviewedEntry> previewed(const MatchRule& of_list) const {
    std::vector<PreviewedEntry> entries;
    for (const PackedPlate plate : listed) entries.push_back({plate.text(), "XX", of_list});
    return entries;
  }

  std::shared_ptr<Knowledge> shared =
      std::make_shared<Knowledge>(Knowledge::standard_copy(kWalkSeed));
  Knowledge& knowledge = *shared;
  SeededRandom random;
  NoisyCamera camera;
  std::vector<PackedPlate> vehicles;
  std::vector<PackedPlate> listed;
};

constexpr std::string_view kBadCameras = "replaced 0.08\nlost 0.015\nadded 0.008\n";

double simulated_false_hits(World& world, const MatchRule& of_list, std::size_t reads) {
  const EntryIndex index = world.index(of_list);
  double hits = 0;
  for (std::size_t i = 0; i < reads; ++i) {
    const PackedPlate vehicle = world.vehicles[world.camera.below(world.vehicles.size())];
    for (const Match& match : index.find(world.passage(vehicle))) {
      hits += match.listed == vehicle.text() ? 0 : 1;
    }
  }
  return hits;
}

// Share of the passages of listed vehicles.
double simulated_recall(World& world, const MatchRule& of_list, std::size_t passages) {
  const EntryIndex index = world.index(of_list);
  double found = 0;
  for (std::size_t i = 0; i < passages; ++i) {
    const PackedPlate vehicle = world.listed[i % world.listed.size()];
    const auto matches = index.find(world.passage(vehicle));
    const bool is_found = std::any_of(matches.begin(), matches.end(), [&](const Match& match) {
      return match.listed == vehicle.text();
    });
    found += is_found ? 1 : 0;
  }
  return found / static_cast<double>(passages);
}

// Chance of a simulation, and of which unknown plates happen to stand near the listed ones.
void expect_right(World& world, const MatchRule& of_list, double least_hits) {
  constexpr std::size_t kReads = 200'000;
  const Traffic traffic{.reads_per_day = kReads, .countries = {}};
  const ListPreview told =
      Previewer(world.knowledge, traffic).list(world.previewed(of_list), 1'000);
  const double seen = simulated_false_hits(world, of_list, kReads);
  SCOPED_TRACE("seed " + std::to_string(kWalkSeed));
  EXPECT_GT(seen, least_hits);
  EXPECT_NEAR(told.false_hits_a_day, seen, 4 * std::sqrt(seen) + 0.03 * seen);
}

TEST(preview, expects_as_many_false_hits_as_a_simulation_has) {
  World world(60, kBadCameras);
  {
    SCOPED_TRACE("every likely misread");
    expect_right(world, review_above(0.001, /*uses_veto=*/false), 300);
  }
  {
    SCOPED_TRACE("what may be the listed vehicle, unless the read is a known plate");
    expect_right(world, review_above(0.02, /*uses_veto=*/true), 50);
  }
}

TEST(preview, expects_misreads_of_others_that_are_exact_matches) {
  World world(1'000, kBadCameras);
  expect_right(world, MatchRule{}, 30);
}

TEST(preview, expects_as_many_passages_found_as_a_simulation_finds) {
  World world(60);
  for (const MatchRule& of_list :
       {review_above(0.02, /*uses_veto=*/true), review_above(0.2, true), MatchRule{}}) {
    constexpr double kPassages = 40'000;
    const Traffic traffic{.reads_per_day = 1, .countries = {}};
    const double told = Previewer(world.knowledge, traffic).list(world.previewed(of_list)).recall;
    const double found = simulated_recall(world, of_list, static_cast<std::size_t>(kPassages));
    EXPECT_GT(found, 0.9);
    EXPECT_LT(found, 1);
    EXPECT_NEAR(told, found, 4 * std::sqrt(found * (1 - found) / kPassages) + 0.001)
        << "seed " << kWalkSeed;
  }
}

TEST(preview, tells_the_misreads_that_would_be_accepted_and_those_that_would_not) {
  auto knowledge = Knowledge::standard_copy(1);
  knowledge.known.add(PackedPlate::of("9ZZZ999").value(), "BE");  // of a country that is known
  knowledge.coverage = 0.99;
  const Traffic traffic{.reads_per_day = 1000, .countries = {}};
  const Preview preview =
      Previewer(knowledge, traffic).entry({"1ABC123", "BE", review_above(0.5, true)}).value();
  const auto accepted = [&](std::string_view read) {
    return std::ranges::find(preview.reads, read, [](const AcceptedRead& one) {
      return std::string_view(one.read.text);
    });
  };
  EXPECT_EQ(preview.reads[0].read.text, "1ABC123");
  EXPECT_EQ(preview.reads[0].kind, MatchKind::kExact);
  ASSERT_NE(accepted("1A8C123"), preview.reads.end());
  EXPECT_EQ(accepted("1A8C123")->kind, MatchKind::kLookAlike);
  EXPECT_GT(accepted("1A8C123")->probability, 0.5);
  ASSERT_NE(accepted("1ABC12"), preview.reads.end());
  EXPECT_EQ(accepted("1ABC12")->kind, MatchKind::kMissing);
  ASSERT_NE(accepted("11ABC123"), preview.reads.end());
  EXPECT_EQ(accepted("11ABC123")->kind, MatchKind::kExtra);
  ASSERT_NE(accepted("IA8C123"), preview.reads.end()) << "two look-alikes";
  double shares = 0;
  for (const AcceptedRead& one : preview.reads) shares += one.share;
  EXPECT_NEAR(shares, preview.recall(), 1e-9);
  EXPECT_TRUE(std::ranges::is_sorted(preview.reads, std::greater{}, &AcceptedRead::share));
  EXPECT_GT(preview.recall(), preview.exact + 0.01);
}

TEST(preview, agrees_with_the_index_on_every_read) {
  World world(1);
  for (const MatchRule& of_list : {review_above(0.02, true), review_above(0.3, false)}) {
    const EntryIndex index = world.index(of_list);
    const Traffic traffic{.reads_per_day = 1, .countries = {}};
    const auto entry = world.previewed(of_list)[0];
    const Preview preview = Previewer(world.knowledge, traffic).entry(entry).value();
    EXPECT_GT(preview.reads.size(), 3U);
    for (const AcceptedRead& one : preview.reads) {
      Sighting sighting;
      sighting.plate = one.read;
      const auto matches = index.find(sighting);
      ASSERT_EQ(matches.size(), 1U) << one.read.text;
      EXPECT_EQ(matches[0].kind, one.kind) << one.read.text;
      if (one.kind != MatchKind::kExact) {
        EXPECT_NEAR(matches[0].probability, one.probability, 1e-9);
      }
    }
  }
}

TEST(preview, counts_the_vehicles_that_fit_a_partial_plate) {
  World world(1);
  const std::string pattern = world.listed[0].text().substr(0, 2) + "?*";
  constexpr std::size_t kReads = 200'000;
  const Traffic traffic{.reads_per_day = kReads, .countries = {}};
  const Preview told =
      Previewer(world.knowledge, traffic).entry({pattern, "XX", review_above(0, true)}).value();
  EXPECT_NEAR(told.vehicles_that_fit, 25'000.0 / 676, 0.01);
  EntryIndex index(kWalkSeed, world.shared);
  index.set_rule(Id{}, review_above(0, true));
  ASSERT_TRUE(index.put(pattern, IndexedEntry{}));
  double found = 0;
  constexpr std::size_t kPassages = 5'000;
  for (std::size_t i = 0; i < kPassages; ++i) {
    found += static_cast<double>(index.find(world.passage(world.listed[0])).size());
  }
  EXPECT_NEAR(told.recall(), found / kPassages,
              4 * std::sqrt(told.recall() * (1 - told.recall()) / kPassages));
  EXPECT_NEAR(told.false_hits_a_day, kReads * (told.vehicles_that_fit - 1) / 25'000, 0.01);
  const Preview refused =
      Previewer(world.knowledge, traffic).entry({pattern, "XX", review_above(0.5, true)}).value();
  EXPECT_EQ(refused.recall(), 0) << "no such match would be probable enough";
  EXPECT_EQ(refused.false_hits_a_day, 0);
  EXPECT_FALSE(Previewer(world.knowledge, traffic).entry({"*1*", "XX", review_above(0, true)}));
}

TEST(preview, takes_the_traffic_of_the_country_alone) {
  const auto knowledge = Knowledge::standard();
  const auto hits = [&](Traffic traffic, std::string country) {
    return Previewer(*knowledge, traffic)
        .entry({"1ABC123", std::move(country), review_above(0, false)})
        .value()
        .false_hits_a_day;
  };
  const double all = hits({.reads_per_day = 1000, .countries = {}}, "BE");
  EXPECT_GT(all, 0);
  EXPECT_NEAR(hits({.reads_per_day = 1000, .countries = {{"BE", 0.5}, {"NL", 0.3}}}, "BE"), all / 2,
              1e-9);
  EXPECT_EQ(hits({.reads_per_day = 1000, .countries = {{"NL", 1}}}, "BE"), 0);
  EXPECT_GT(hits({.reads_per_day = 1000, .countries = {{"BE", 0.5}, {"NL", 0.5}}}, ""), all / 2);
}

TEST(preview, scales_a_sample_up_and_says_how_wrong_it_may_be) {
  World world(60);
  const auto entries = world.previewed(review_above(0, false));
  const Traffic traffic{.reads_per_day = 100'000, .countries = {}};
  const Previewer previewer(world.knowledge, traffic);
  const ListPreview whole = previewer.list(entries);
  const ListPreview sample = previewer.list(entries, 20);
  EXPECT_EQ(whole.looked_at, 60U);
  EXPECT_EQ(whole.false_hits_error, 0);
  EXPECT_EQ(whole.worst.size(), 10U);
  EXPECT_EQ(sample.looked_at, 20U);
  EXPECT_GT(sample.false_hits_error, 0);
  EXPECT_NEAR(sample.false_hits_a_day, whole.false_hits_a_day, 4 * sample.false_hits_error);
  const double worst = previewer.entry(entries[whole.worst[0].entry]).value().false_hits_a_day;
  EXPECT_EQ(whole.worst[0].false_hits_a_day, worst);
  EXPECT_EQ(previewer.list({}).looked_at, 0U);
}

}  // namespace
}  // namespace bas::match
