#include "match/tag_table.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <map>
#include <vector>

namespace bas::match {
namespace {

std::vector<std::uint32_t> found_in(const TagTable& table, std::uint64_t hash) {
  std::vector<std::uint32_t> values;
  table.find(hash, [&](std::uint32_t value) {
    values.push_back(value);
    return true;
  });
  std::sort(values.begin(), values.end());
  return values;
}

// Few tags near the end of a shard and near its beginning: clusters grow together, go around the
// end, and are dug out from everywhere.
RC_GTEST_PROP(TagTable, finds_what_a_multimap_finds, ()) {
  TagTable table(2);
  std::multimap<std::uint64_t, std::uint32_t> plain;
  const auto hashes = *rc::gen::container<std::vector<std::uint64_t>>(
      12, rc::gen::element<std::uint64_t>(0, 1, 2, 0x40000000, 0x80000000, 0xFFFFFF00, 0xFFFFFFFE,
                                          0xFFFFFFFF, 0x1FFFFFFFF, 0x100000000));
  const auto steps = *rc::gen::container<std::vector<std::pair<std::uint32_t, bool>>>(
      rc::gen::pair(rc::gen::inRange<std::uint32_t>(0, 60), rc::gen::arbitrary<bool>()));
  for (const auto& [value, is_put] : steps) {
    const std::uint64_t hash = hashes[value % hashes.size()];
    const auto [first, end] = plain.equal_range(hash);
    const auto held =
        std::find_if(first, end, [&](const auto& one) { return one.second == value; });
    if (is_put) {
      table.put(hash, value);
      plain.emplace(hash, value);
    } else {
      RC_ASSERT(table.remove(hash, value) == (held != end));
      if (held != end) plain.erase(held);
    }
  }
  RC_ASSERT(table.size() == plain.size());
  for (const std::uint64_t hash : hashes) {
    std::vector<std::uint32_t> expected;
    const auto [first, end] = plain.equal_range(hash);
    for (auto one = first; one != end; ++one) expected.push_back(one->second);
    std::sort(expected.begin(), expected.end());
    // The table may find more, of hashes whose tags are the same: here none are in one shard.
    RC_ASSERT(found_in(table, hash) == expected);
  }
}

TEST(TagTable, holds_one_hash_any_number_of_times) {
  TagTable table(1);
  for (std::uint32_t value = 0; value < 5'000; ++value) table.put(0xFFFFFFFF, value);
  EXPECT_EQ(found_in(table, 0xFFFFFFFF).size(), 5'000U);
  EXPECT_TRUE(found_in(table, 0xFFFFFFFE).empty());
  for (std::uint32_t value = 0; value < 5'000; ++value)
    EXPECT_TRUE(table.remove(0xFFFFFFFF, value));
  EXPECT_FALSE(table.remove(0xFFFFFFFF, 1));
  EXPECT_EQ(table.size(), 0U);
}

}  // namespace
}  // namespace bas::match
