#include "links/travel_times.h"

#include <gtest/gtest.h>

#include <random>

namespace bas::links {
namespace {

using Seconds = DurationSums::Seconds;

Id id(char c) {
  Id id;
  id.bytes.fill(c);
  return id;
}
const Id kA = id('a'), kB = id('b'), kC = id('c'), kD = id('d');

TEST(DurationSums, tells_shares_and_quantiles_within_a_bin_of_the_truth) {
  std::mt19937 random(7);
  std::lognormal_distribution<double> drawn(std::log(300), 0.4);
  std::vector<double> all;
  DurationSums sums;
  for (int i = 0; i < 20'000; ++i) {
    all.push_back(drawn(random));
    sums.add(Seconds(all.back()));
  }
  std::ranges::sort(all);
  for (const double share : {0.05, 0.25, 0.5, 0.75, 0.95}) {
    const double truth = all[static_cast<std::size_t>(share * 20'000)];
    EXPECT_NEAR(sums.quantile(share)->count(), truth, truth * 0.03) << share;
    EXPECT_NEAR(sums.share_above(Seconds(truth)), 1 - share, 0.01) << share;
  }
  const double truth = all[15'000];  // the median of the upper half
  EXPECT_NEAR(sums.quantile(0.5, Seconds(all[10'000]))->count(), truth, truth * 0.03);
}

TEST(DurationSums, holds_the_shortest_and_the_longest) {
  DurationSums sums;
  EXPECT_FALSE(sums.quantile(0.5));
  EXPECT_EQ(sums.share_above(Seconds(1)), 0);
  for (const double took : {-5.0, 0.0, 1e9}) sums.add(Seconds(took));
  EXPECT_EQ(sums.total(), 3);
  EXPECT_LE(sums.quantile(0.5)->count(), 5);
  EXPECT_GT(sums.quantile(1)->count(), 3600);
  EXPECT_FALSE(sums.quantile(0.5, Seconds(1e9)));
}

TEST(DurationSums, is_the_same_when_it_is_put_back) {
  DurationSums sums;
  for (int i = 1; i < 500; ++i) sums.add(Seconds(i * 3));
  const DurationSums back = DurationSums::from(sums.bins());
  EXPECT_EQ(back.total(), sums.total());
  EXPECT_EQ(back.quantile(0.3), sums.quantile(0.3));
}

TEST(TravelTimes, knows_nothing_of_a_camera_nobody_left) {
  EXPECT_TRUE(TravelTimes().next({{}, kA, {}}, 9).empty());
}

TEST(TravelTimes, names_the_likeliest_first_with_when) {
  TravelTimes times;
  for (int i = 0; i < 60; ++i) times.note({{}, kA, kB, Seconds(100 + i)});
  for (int i = 0; i < 20; ++i) times.note({{}, kA, kC, Seconds(600)});
  for (int i = 0; i < 20; ++i) times.note({{}, kA, {}, {}});
  const auto next = times.next({{}, kA, {}}, 9);
  ASSERT_EQ(next.size(), 2U);
  EXPECT_EQ(next[0].camera, kB);
  EXPECT_NEAR(next[0].probability, 0.6, 0.001);
  EXPECT_NEAR(next[1].probability, 0.2, 0.001) << "a fifth is never seen again";
  EXPECT_NEAR(next[0].earliest.count(), 103, 10);
  EXPECT_NEAR(next[0].likely.count(), 130, 10);
  EXPECT_NEAR(next[0].latest.count(), 157, 12);
  EXPECT_EQ(times.next({{}, kA, {}}, 1).size(), 1U);
}

TEST(TravelTimes, who_should_have_been_there_is_elsewhere) {
  TravelTimes times;
  for (int i = 0; i < 60; ++i) times.note({{}, kA, kB, Seconds(100 + i)});
  for (int i = 0; i < 20; ++i) times.note({{}, kA, kC, Seconds(600)});
  const auto late = times.next({{}, kA, Seconds(300)}, 9);
  ASSERT_EQ(late.size(), 1U);
  EXPECT_EQ(late[0].camera, kC);
  EXPECT_NEAR(late[0].probability, 1, 1e-9);
  EXPECT_GE(late[0].earliest, Seconds(300));
}

TEST(TravelTimes, where_a_vehicle_came_from_counts_once_it_is_known) {
  TravelTimes times;
  for (int i = 0; i < 500; ++i) times.note({kB, kA, kC, Seconds(100)});
  for (int i = 0; i < 100; ++i) times.note({kD, kA, kB, Seconds(100)});
  EXPECT_EQ(times.next({{}, kA, {}}, 1).at(0).camera, kC);
  EXPECT_EQ(times.next({kB, kA, {}}, 1).at(0).camera, kC);
  EXPECT_EQ(times.next({kD, kA, {}}, 1).at(0).camera, kB);
}

TEST(TravelTimes, follows_traffic_that_changes) {
  TravelTimes times;
  for (int i = 0; i < 20'000; ++i) times.note({{}, kA, kB, Seconds(100)});
  for (int i = 0; i < 40'000; ++i) times.note({{}, kA, kC, Seconds(100)});
  EXPECT_EQ(times.next({{}, kA, {}}, 1).at(0).camera, kC);
  for (int i = 0; i < 60'000; ++i) times.note({kD, kA, kB, Seconds(100)});
  for (int i = 0; i < 40'000; ++i) times.note({kD, kA, kC, Seconds(100)});
  EXPECT_EQ(times.next({kD, kA, {}}, 1).at(0).camera, kC) << "also by where it came from";
}

TEST(TravelTimes, is_the_same_when_it_is_put_back) {
  TravelTimes times, back;
  for (int i = 0; i < 300; ++i) times.note({kB, kA, i % 3 == 0 ? kC : kD, Seconds(60 + i)});
  for (const auto& leg : times.legs()) back.restore(leg);
  for (const auto& turn : times.turns()) back.restore(turn);
  const auto before = times.next({kB, kA, Seconds(10)}, 9),
             after = back.next({kB, kA, Seconds(10)}, 9);
  ASSERT_EQ(before.size(), after.size());
  for (std::size_t i = 0; i < before.size(); ++i) {
    EXPECT_EQ(before[i].camera, after[i].camera);
    EXPECT_DOUBLE_EQ(before[i].probability, after[i].probability);
    EXPECT_EQ(before[i].latest, after[i].latest);
  }
}

}  // namespace
}  // namespace bas::links
