// How a log lies in files: tiles of 256 hashes and bundles of 256 entries (C2SP tlog-tiles).
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "ledger/merkle.h"

namespace bas::ledger {

inline constexpr unsigned kTileLevels = 8;
inline constexpr std::uint64_t kTileWidth = std::uint64_t{1} << kTileLevels;
// An entry's length is told in 16 bits.
inline constexpr std::size_t kEntryBytesMax = 65'535;

// Tile `index` of level `level` holds the roots of 256 subtrees of 256^level leaves each; `width`
// of them, 1 to 256, while the log has no more.
struct Tile {
  unsigned level = 0;
  std::uint64_t index = 0;
  std::uint64_t width = kTileWidth;
};

// "tile/0/x001/x234/067" and "tile/0/000.p/5"; "tile/entries/000" of the entries themselves.
std::string path_of(const Tile& tile);
std::string entries_path_of(std::uint64_t index, std::uint64_t width);

// The tiles that a log of `size` leaves consists of, level by level.
std::vector<Tile> tiles_of(std::uint64_t size);

// A file of the log by its path; none where there is none.
using FileAt = std::function<std::optional<std::string>(const std::string& path)>;

// The nodes of a log of `size` leaves out of its tiles. Threads: one at a time; keeps the tiles of
// the last path. Nothing that it gives is proven: what is computed from it has to lead to a root
// that somebody signed.
class TileReader {
 public:
  TileReader(std::uint64_t size, FileAt file_at) : size_(size), file_at_(std::move(file_at)) {}
  std::optional<Hash> node_at(const Node& node);

 private:
  std::optional<Hash> hash_in_tile(unsigned tile_level, std::uint64_t index);

  std::uint64_t size_;
  FileAt file_at_;
  std::string path_;
  std::string bytes_;
};

// An entry as it stands in a bundle: 16 bits of length, high byte first, then its bytes.
// kBadInput when it is longer than 65,535 bytes.
Result<> append_entry(std::string_view entry, std::string& bundle);
// kCorrupt when the bundle does not hold exactly `width` entries.
Result<std::vector<std::string>> entries_in(std::string_view bundle, std::uint64_t width);

}  // namespace bas::ledger
