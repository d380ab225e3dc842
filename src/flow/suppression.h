// Counts as they may be published: small ones are left out, and so that sums do not give them away.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace bas::flow {

struct CountedCell {
  std::string name;
  std::uint64_t count = 0;
};

// None: not told, because the count is small or because another would follow from it.
struct ShownCell {
  std::string name;
  std::optional<std::uint64_t> count;
};
struct ShownTable {
  std::optional<std::uint64_t> total;
  std::vector<ShownCell> cells;
};

// One number alone.
std::optional<std::uint64_t> shown_count(std::uint64_t count, std::uint64_t least);

// Cells below `least` are left out. Where the total would give away what was left out, the smallest
// of the others goes too (complementary suppression), and where no other is left, the total: what
// is left out is never one cell, nor do all of them together make less than `least`. Zero counts
// as small: that something never happened may point at people too. Rule R59.
ShownTable shown_table(std::span<const CountedCell> cells, std::uint64_t least);

}  // namespace bas::flow
