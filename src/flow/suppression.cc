#include "flow/suppression.h"

#include <algorithm>
#include <numeric>

namespace bas::flow {

namespace {

// What is left out so far: whether it follows from the rest all the same.
struct LeftOut {
  std::size_t cells = 0;
  std::uint64_t sum = 0;
  std::uint64_t largest = 0;

  // One alone is the rest of the total. A sum below `least` is a small number itself. And cells
  // that are all small and make as much together as small ones can, are each as large as that.
  bool is_given_away(std::uint64_t least) const {
    return cells > 0 && (cells < 2 || sum < least || sum == cells * (least - 1));
  }
};

}  // namespace

std::optional<std::uint64_t> shown_count(std::uint64_t count, std::uint64_t least) {
  if (count < least) return std::nullopt;
  return count;
}

ShownTable shown_table(std::span<const CountedCell> cells, std::uint64_t least) {
  std::vector<std::size_t> by_size(cells.size());
  std::iota(by_size.begin(), by_size.end(), std::size_t{0});
  std::ranges::stable_sort(by_size, {}, [&](std::size_t at) { return cells[at].count; });
  ShownTable shown;
  std::uint64_t total = 0;
  for (const CountedCell& cell : cells) {
    total += cell.count;
    shown.cells.push_back({cell.name, cell.count});
  }
  LeftOut left_out;
  for (const std::size_t at : by_size) {
    const bool is_small = cells[at].count < least;
    // Of equals all go: which of them went would tell in which order they were looked at.
    const bool is_equal = left_out.cells > 0 && cells[at].count == left_out.largest;
    if (!is_small && !is_equal && !left_out.is_given_away(least)) break;
    shown.cells[at].count.reset();
    left_out.sum += cells[at].count;
    ++left_out.cells;
    left_out.largest = cells[at].count;
  }
  if (!left_out.is_given_away(least) && total >= least) shown.total = total;
  return shown;
}

}  // namespace bas::flow
