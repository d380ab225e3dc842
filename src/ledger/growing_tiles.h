// The tiles of a log that grows: those that are full are handed out, the others are kept here.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "ledger/tiles.h"

namespace bas::ledger {

// A tile that is full, 8,192 bytes, and never changes again.
struct FullTile {
  unsigned level = 0;
  std::uint64_t index = 0;
  std::string bytes;
};

// Threads: one at a time; may be copied, 8 KiB a level.
class GrowingTiles {
 public:
  // The bytes of a full tile.
  using FullTileAt = std::function<Result<std::string>(unsigned level, std::uint64_t index)>;
  // Of a log of `size` leaves; `last_leaves`: those behind the last full tile of leaves. Reads at
  // most 255 tiles a level. kCorrupt when they are not as long as they have to be.
  static Result<GrowingTiles> resume(std::uint64_t size, const std::vector<Hash>& last_leaves,
                                     const FullTileAt& full_tile_at);

  // Tiles that became full are put behind those in `full`. Cost: one hash of the level above every
  // 256 leaves.
  void append(const Hash& leaf, std::vector<FullTile>& full);

  std::uint64_t size() const { return size_; }
  // Cost: under a millisecond.
  Hash root() const;
  // Hashes of the tile of that level which is not full; empty when the last one is.
  std::string_view partial(unsigned level) const;

 private:
  void append_at(unsigned level, const Hash& hash, std::vector<FullTile>& full);

  std::uint64_t size_ = 0;
  std::vector<std::string> partial_;  // by level
};

// What a path of a log's files names: a tile, or a bundle of entries, which have no level.
struct TilePath {
  bool is_entries = false;
  Tile tile;
};
// Of path_of() and entries_path_of() alone, written as they write it.
std::optional<TilePath> parse_tile_path(std::string_view path);

}  // namespace bas::ledger
