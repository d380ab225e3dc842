#include "flow/suppression.h"

#include <gtest/gtest.h>

#include <map>
#include <set>

namespace bas::flow {
namespace {

constexpr std::uint64_t kLeast = 5;

std::vector<CountedCell> cells_of(const std::vector<std::uint64_t>& counts) {
  std::vector<CountedCell> cells;
  for (const std::uint64_t count : counts) {
    cells.push_back({std::string(1, static_cast<char>('a' + cells.size())), count});
  }
  return cells;
}

// What a reader sees: numbers, "-" for what is not told, the total last.
std::string published(const std::vector<std::uint64_t>& counts) {
  const ShownTable shown = shown_table(cells_of(counts), kLeast);
  std::string text;
  const auto add = [&](const std::optional<std::uint64_t>& count) {
    text += count ? std::to_string(*count) + " " : "- ";
  };
  for (const ShownCell& cell : shown.cells) add(cell.count);
  add(shown.total);
  return text;
}

TEST(suppression, shows_what_is_large_enough) {
  EXPECT_EQ(published({5, 10, 700}), "5 10 700 715 ");
  EXPECT_EQ(shown_count(5, kLeast), 5U);
  EXPECT_FALSE(shown_count(4, kLeast));
  EXPECT_FALSE(shown_count(0, kLeast));
}

TEST(suppression, leaves_the_smallest_other_out_where_the_total_would_give_a_cell_away) {
  EXPECT_EQ(published({3, 10, 700}), "- - 700 713 ");
  EXPECT_EQ(published({0, 1, 700, 20}), "- - 700 - 721 ");
  EXPECT_EQ(published({3, 4, 700}), "- - 700 707 ") << "two, that make seven together";
}

TEST(suppression, leaves_the_total_out_where_no_cell_is_left_to_hide_behind) {
  EXPECT_EQ(published({3}), "- - ");
  EXPECT_EQ(published({1, 2}), "- - - ");
  EXPECT_EQ(published({0, 0, 0}), "- - - - ");
  EXPECT_EQ(published({}), "- ");
  EXPECT_EQ(published({9}), "9 9 ");
}

// A reader who knows this program and every table that there can be: for each cell that is small,
// what is published fits at least two values of it. Every table of three cells up to 11.
TEST(suppression, no_small_cell_follows_from_what_is_published) {
  std::map<std::string, std::vector<std::set<std::uint64_t>>> fitting;
  std::vector<std::vector<std::uint64_t>> tables;
  for (std::uint64_t a = 0; a < 12; ++a) {
    for (std::uint64_t b = 0; b < 12; ++b) {
      for (std::uint64_t c = 0; c < 12; ++c) tables.push_back({a, b, c});
    }
  }
  for (const auto& table : tables) {
    auto& values = fitting[published(table)];
    values.resize(table.size());
    for (std::size_t i = 0; i < table.size(); ++i) values[i].insert(table[i]);
  }
  for (const auto& table : tables) {
    for (std::size_t i = 0; i < table.size(); ++i) {
      if (table[i] >= kLeast) continue;
      ASSERT_GT(fitting[published(table)][i].size(), 1U)
          << table[0] << " " << table[1] << " " << table[2] << ": " << published(table);
    }
  }
}

}  // namespace
}  // namespace bas::flow
