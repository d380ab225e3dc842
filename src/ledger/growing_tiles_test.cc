#include "ledger/growing_tiles.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <map>

namespace bas::ledger {
namespace {

Hash grown_leaf(std::uint64_t number) { return leaf_hash("entry " + std::to_string(number)); }

// A log as a server keeps it: full tiles apart.
struct GrownLog {
  void grow_to(std::uint64_t size) {
    std::vector<FullTile> full;
    while (tiles.size() < size) {
      plain.append(grown_leaf(tiles.size()));
      tiles.append(grown_leaf(tiles.size()), full);
    }
    for (FullTile& tile : full) kept[{tile.level, tile.index}] = std::move(tile.bytes);
  }
  Result<GrowingTiles> resumed() const {
    std::vector<Hash> last;
    for (std::uint64_t i = tiles.size() / kTileWidth * kTileWidth; i < tiles.size(); ++i) {
      last.push_back(grown_leaf(i));
    }
    return GrowingTiles::resume(tiles.size(), last,
                                [&](unsigned level, std::uint64_t index) -> Result<std::string> {
                                  const auto found = kept.find({level, index});
                                  if (found == kept.end())
                                    return fail(ErrorCode::kNotFound, "no such tile");
                                  return found->second;
                                });
  }
  GrowingTiles tiles;
  Frontier plain;
  std::map<std::pair<unsigned, std::uint64_t>, std::string> kept;
};

TEST(GrowingTiles, has_the_root_of_the_plain_tree_at_every_size) {
  GrownLog log;
  for (std::uint64_t size = 0; size < 1'100; ++size) {
    log.grow_to(size);
    ASSERT_EQ(log.tiles.root(), log.plain.root()) << size;
  }
}

TEST(GrowingTiles, goes_on_after_a_restart_at_any_size) {
  GrownLog log;
  for (const std::uint64_t size :
       {0U, 1U, 255U, 256U, 257U, 511U, 512U, 65'535U, 65'536U, 65'537U, 66'000U, 131'072U}) {
    log.grow_to(size);
    auto resumed = log.resumed();
    ASSERT_TRUE(resumed) << size << ": " << resumed.error().text;
    EXPECT_EQ(resumed->root(), log.plain.root()) << size;
    std::vector<FullTile> filled;
    resumed->append(grown_leaf(size), filled);
    Frontier further = log.plain;
    further.append(grown_leaf(size));
    EXPECT_EQ(resumed->root(), further.root()) << size;
  }
  EXPECT_EQ(log.kept.at({1, 0}).size(), 8'192U);
  log.kept[{0, 511}].pop_back();
  EXPECT_TRUE(log.resumed()) << "that tile is under a full one";
  log.grow_to(131'072 + 256);
  log.kept[{0, 512}].pop_back();
  EXPECT_EQ(log.resumed().error().code, ErrorCode::kCorrupt);
}

TEST(parse_tile_path, knows_what_is_written_and_nothing_else) {
  const auto tile = parse_tile_path("tile/2/x001/x234/067").value();
  EXPECT_EQ(tile.tile.level, 2U);
  EXPECT_EQ(tile.tile.index, 1'234'067U);
  EXPECT_EQ(tile.tile.width, 256U);
  const auto bundle = parse_tile_path("tile/entries/000.p/5").value();
  EXPECT_TRUE(bundle.is_entries);
  EXPECT_EQ(bundle.tile.width, 5U);
  for (const char* wrong : {"",
                            "tile",
                            "tile/",
                            "tile/0",
                            "tile/0/",
                            "tile/0/0",
                            "tile/0/00",
                            "tile/0/0000",
                            "tile/0/x000/000",
                            "tile/0/000.p/0",
                            "tile/0/000.p/256",
                            "tile/0/000.p/05",
                            "tile/00/000",
                            "tile/8/000",
                            "tile/-1/000",
                            "tile/0/001/000",
                            "tile/0/x1/000",
                            "tile/0/../../etc",
                            "tile/entries/000/",
                            "tile/0/000.p/",
                            "tile/0/x999/x999/x999/x999/x999/x999/999"}) {
    EXPECT_FALSE(parse_tile_path(wrong)) << wrong;
  }
}

RC_GTEST_PROP(parse_tile_path, reads_back_what_is_written, ()) {
  const Tile tile{*rc::gen::inRange(0U, 8U), *rc::gen::arbitrary<std::uint32_t>(),
                  *rc::gen::inRange<std::uint64_t>(1, 257)};
  const auto back = parse_tile_path(path_of(tile));
  RC_ASSERT(back.has_value());
  RC_ASSERT(path_of(back->tile) == path_of(tile));
  RC_ASSERT(parse_tile_path(entries_path_of(tile.index, tile.width))->is_entries);
}

}  // namespace
}  // namespace bas::ledger
