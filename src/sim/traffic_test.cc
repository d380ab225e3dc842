#include "sim/traffic.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <set>
#include <unordered_map>

#include "sim/plates.h"
#include "sim/wanted.h"

namespace bas::sim {
namespace {

using std::chrono::milliseconds;

const UtcTime kMorning = *parse_rfc3339("2026-11-24T07:00:00Z");

TrafficSettings settings_at(double rate_per_s, std::uint64_t seed = 1) {
  TrafficSettings settings;
  settings.seed = seed;
  settings.rate_per_s = rate_per_s;
  settings.start = kMorning;
  return settings;
}

std::vector<Passage> drive(const ProvincePlan& plan, const TrafficSettings& settings, int count) {
  Traffic traffic(plan, settings);
  std::vector<Passage> passages;
  for (int i = 0; i < count; ++i) passages.push_back(traffic.next());
  return passages;
}

double share(const std::vector<Passage>& passages, auto is_counted) {
  return static_cast<double>(std::ranges::count_if(passages, is_counted)) /
         static_cast<double>(passages.size());
}

TEST(traffic, a_seed_replays_the_run) {
  const ProvincePlan plan = make_province();
  const auto first = drive(plan, settings_at(20, 5), 3000);
  const auto second = drive(plan, settings_at(20, 5), 3000);
  const auto other = drive(plan, settings_at(20, 6), 3000);
  int different = 0;
  for (std::size_t i = 0; i < first.size(); ++i) {
    EXPECT_EQ(first[i].at, second[i].at);
    EXPECT_EQ(first[i].camera, second[i].camera);
    EXPECT_EQ(first[i].read_plate, second[i].read_plate);
    EXPECT_EQ(first[i].glyph_confidences, second[i].glyph_confidences);
    EXPECT_EQ(first[i].speed_kmh, second[i].speed_kmh);
    if (first[i].read_plate != other[i].read_plate) ++different;
  }
  EXPECT_GT(different, 2900);
}

TEST(traffic, comes_in_time_order_at_the_rate_asked_for) {
  const ProvincePlan plan = make_province();
  for (const double rate : {2.0, 15.0, 300.0, 3000.0}) {
    const int count = std::max(4000, static_cast<int>(rate * 20));
    const auto passages = drive(plan, settings_at(rate), count);
    EXPECT_GE(passages.front().at, kMorning);
    for (std::size_t i = 1; i < passages.size(); ++i) ASSERT_LE(passages[i - 1].at, passages[i].at);
    const double seconds = std::chrono::duration<double>(passages.back().at - kMorning).count();
    EXPECT_NEAR(count / seconds / rate, 1, 0.1) << rate;
  }
}

TEST(traffic, consecutive_cameras_of_a_vehicle_fit_its_speed) {
  const ProvincePlan plan = make_province();
  std::unordered_map<std::uint64_t, Passage> last;
  int pairs = 0;
  for (const Passage& passage : drive(plan, settings_at(50), 60'000)) {
    const auto site_of = [&](const Passage& p) {
      return plan
          .sites[static_cast<std::size_t>(plan.cameras[static_cast<std::size_t>(p.camera)].site)];
    };
    const auto before = last.find(passage.vehicle_id);
    if (before != last.end() && before->second.kind != PassageKind::kListed) {
      const double hours =
          std::chrono::duration<double>(passage.at - before->second.at).count() / 3600;
      const double km = distance_km(site_of(passage).place, site_of(before->second).place);
      if (km > 0.5) {
        ++pairs;
        ASSERT_LT(km / hours, 120 * 1.25) << km << " km";
      }
    }
    last[passage.vehicle_id] = passage;
  }
  EXPECT_GT(pairs, 10'000);
}

TEST(traffic, has_the_shares_of_a_real_province) {
  const ProvincePlan plan = make_province();
  const auto passages = drive(plan, settings_at(100), 60'000);
  const auto kind_is = [](PassageKind kind) {
    return [kind](const Passage& passage) { return passage.kind == kind; };
  };
  const double foreign = share(passages, [](const Passage& p) { return p.country != "BE"; });
  EXPECT_GT(foreign, 0.08);
  EXPECT_LT(foreign, 0.12);
  std::vector<Passage> motorway;
  std::vector<Passage> baarle;
  for (const Passage& passage : passages) {
    const auto& camera = plan.cameras[static_cast<std::size_t>(passage.camera)];
    const auto& site = plan.sites[static_cast<std::size_t>(camera.site)];
    if (site.surroundings == RoadKind::kMotorway) motorway.push_back(passage);
    if (site.municipality == 10) baarle.push_back(passage);
  }
  const double lorries = share(motorway, kind_is(PassageKind::kTruck));
  EXPECT_GT(lorries, 0.14);
  EXPECT_LT(lorries, 0.27);
  ASSERT_GT(baarle.size(), 50U);
  EXPECT_GT(share(baarle, [](const Passage& p) { return p.country == "NL"; }), 0.10);
  EXPECT_NEAR(share(passages, kind_is(PassageKind::kListed)), 0.012, 0.004);
  EXPECT_NEAR(share(passages, [](const Passage& p) { return p.misread != Misread::kNone; }), 0.04,
              0.005);
  for (const Passage& passage : passages)
    EXPECT_EQ(passage.misread != Misread::kNone, passage.read_plate != passage.true_plate);
}

TEST(traffic, reaches_every_camera) {
  const ProvincePlan plan = make_province();
  std::set<int> seen;
  for (const Passage& passage : drive(plan, settings_at(300), 200'000)) seen.insert(passage.camera);
  for (int i = 0; i < 150; ++i)
    EXPECT_TRUE(seen.contains(i)) << plan.cameras[static_cast<std::size_t>(i)].name;
}

TEST(traffic, brings_the_first_hit_within_seconds_and_then_steadily) {
  const ProvincePlan plan = make_province();
  for (const double rate : {10.0, 15.0, 20.0}) {
    std::set<std::string> listed;
    for (const Wanted& entry : wanted({1, listed_cars_for(rate), 400})) {
      std::string plate = entry.plate;
      std::erase_if(plate, [](char c) { return c == '-' || c == ' '; });
      listed.insert(plate);
    }
    Traffic traffic(plan, settings_at(rate));
    std::vector<double> hits;
    for (Passage p = traffic.next(); p.at < kMorning + std::chrono::minutes(10); p = traffic.next())
      if (listed.contains(p.read_plate))
        hits.push_back(std::chrono::duration<double>(p.at - kMorning).count());
    ASSERT_GT(hits.size(), 60U) << rate;
    EXPECT_LT(hits.front(), 8) << rate;
    EXPECT_LT(hits.size(), 300U) << rate;
    RecordProperty("hits", static_cast<int>(hits.size()));
    double longest = 0;
    for (std::size_t i = 1; i < hits.size(); ++i)
      longest = std::max(longest, hits[i] - hits[i - 1]);
    EXPECT_LT(longest, 45) << rate;
  }
}

TEST(traffic, brings_commuters_home_in_the_evening) {
  const ProvincePlan plan = make_province();
  TrafficSettings evening = settings_at(50);
  evening.start = kMorning + std::chrono::hours(9);
  std::unordered_map<std::uint64_t, int> first_camera;
  for (const Passage& p : drive(plan, settings_at(50), 20'000))
    if (p.kind == PassageKind::kCommuter) first_camera.emplace(p.vehicle_id, p.camera);
  int again = 0;
  for (const Passage& p : drive(plan, evening, 20'000))
    again += p.kind == PassageKind::kCommuter && first_camera.contains(p.vehicle_id) ? 1 : 0;
  EXPECT_GT(again, 1000);
}

TEST(traffic, drives_a_convoy_together_and_a_clone_in_two_places) {
  const ProvincePlan plan = make_province();
  std::map<std::string, std::set<std::uint64_t>> clone_vehicles;
  std::vector<Passage> convoy;
  for (const Passage& p : drive(plan, settings_at(15), 40'000)) {
    if (p.kind == PassageKind::kClone) clone_vehicles[p.true_plate].insert(p.vehicle_id);
    if (p.kind == PassageKind::kConvoy) convoy.push_back(p);
  }
  ASSERT_EQ(clone_vehicles.size(), 1U);
  EXPECT_EQ(clone_vehicles.begin()->second.size(), 2U);
  ASSERT_GE(convoy.size(), 18U);
  std::map<std::uint64_t, std::vector<Passage>> by_vehicle;
  for (const Passage& p : convoy) by_vehicle[p.vehicle_id].push_back(p);
  ASSERT_EQ(by_vehicle.size(), 3U);
  const auto& first = by_vehicle.begin()->second;
  const auto& last = by_vehicle.rbegin()->second;
  for (std::size_t i = 0; i < std::min(first.size(), last.size()); ++i) {
    EXPECT_EQ(first[i].camera, last[i].camera);
    EXPECT_LT(last[i].at - first[i].at, milliseconds(15'000));
  }
}

// '@' stands for a letter, '#' for a digit.
bool fits(std::string_view plate, std::string_view form) {
  return std::ranges::equal(plate, form, [](char sign, char place) {
    return place == '@' ? sign >= 'A' && sign <= 'Z' : sign >= '0' && sign <= '9';
  });
}

TEST(traffic, shows_plates_of_their_countries_grammar) {
  const std::map<std::string_view, std::vector<std::string_view>> grammars{
      {"BE", {"#@@@###"}},
      {"NL", {"##@@@#", "#@@@##", "@###@@", "@@###@", "@@@##@", "##@@@@", "@@@@##"}},
      {"DE", {"@@@###", "@@@@###", "@@@@@###"}},
      {"FR", {"@@###@@"}},
      {"PL", {"@@###@@"}},
      {"RO", {"@@##@@@"}},
      {"LU", {"@@####"}},
      {"GB", {"@@##@@@"}},
      {"LT", {"@@@###"}},
      {"BG", {"@@####@@"}}};
  std::set<std::string> seen;
  for (const Passage& p : drive(make_province(), settings_at(100), 40'000)) {
    const auto& forms = grammars.at(p.country);
    EXPECT_TRUE(std::ranges::any_of(forms, [&](auto form) { return fits(p.true_plate, form); }))
        << p.country << ' ' << p.true_plate;
    seen.insert(p.country);
  }
  EXPECT_EQ(seen.size(), grammars.size());
}

TEST(traffic, gives_no_two_vehicles_one_plate_but_the_clone) {
  std::map<std::string, std::uint64_t> owner;
  for (const Passage& p : drive(make_province(), settings_at(300), 200'000)) {
    const auto [found, is_new] = owner.emplace(p.country + p.true_plate, p.vehicle_id);
    if (!is_new && p.kind != PassageKind::kClone) {
      EXPECT_EQ(found->second, p.vehicle_id);
    }
  }
}

}  // namespace
}  // namespace bas::sim
