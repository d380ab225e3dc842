#include "model/triage.h"

#include <gtest/gtest.h>

namespace bas {
namespace {

Hit hit_of(Priority priority, double probability = 1) {
  Hit hit;
  hit.priority = priority;
  hit.probability = probability;
  return hit;
}
double weight_of(const Hit& hit) { return urgency_of(hit).weight; }

TEST(Urgency, is_seriousness_times_probability) {
  EXPECT_DOUBLE_EQ(weight_of(hit_of(1)), 1);
  EXPECT_DOUBLE_EQ(weight_of(hit_of(2, 0.5)), 0.05);
  EXPECT_GT(weight_of(hit_of(1, 0.2)), weight_of(hit_of(2)));
  EXPECT_GT(weight_of(hit_of(3, 0.9)), weight_of(hit_of(3, 0.4)));
}

TEST(Urgency, fades_faster_the_more_serious_it_is) {
  EXPECT_LT(urgency_of(hit_of(1)).half_life, urgency_of(hit_of(2)).half_life);
  EXPECT_LT(urgency_of(hit_of(2)).half_life, urgency_of(hit_of(3)).half_life);
}

TEST(Urgency, of_what_came_late_or_never_rings_is_small) {
  Hit late = hit_of(1);
  late.is_late = true;
  EXPECT_DOUBLE_EQ(weight_of(late), 0.1);
  Hit quiet = hit_of(2);
  quiet.is_quiet = true;
  EXPECT_LT(weight_of(quiet), weight_of(hit_of(2, 0.2)));
}

TEST(Urgency, takes_probabilities_that_are_none) {
  EXPECT_GT(weight_of(hit_of(1, 0)), 0);
  EXPECT_DOUBLE_EQ(weight_of(hit_of(1, 7)), 1);
}

}  // namespace
}  // namespace bas
