#include "ledger/tiles.h"

#include <fmt/format.h>

#include <algorithm>

namespace bas::ledger {

namespace {

constexpr std::uint64_t kGroup = 1'000;  // of digits in a path

std::string groups_of(std::uint64_t index) {
  std::string groups = fmt::format("{:03}", index % kGroup);
  while (index >= kGroup) {
    index /= kGroup;
    groups = fmt::format("x{:03}/{}", index % kGroup, groups);
  }
  return groups;
}

std::string with_width(std::string path, std::uint64_t width) {
  return width == kTileWidth ? path : fmt::format("{}.p/{}", path, width);
}

}  // namespace

std::string path_of(const Tile& tile) {
  return with_width(fmt::format("tile/{}/{}", tile.level, groups_of(tile.index)), tile.width);
}

std::string entries_path_of(std::uint64_t index, std::uint64_t width) {
  return with_width(fmt::format("tile/entries/{}", groups_of(index)), width);
}

std::vector<Tile> tiles_of(std::uint64_t size) {
  std::vector<Tile> tiles;
  unsigned level = 0;
  for (std::uint64_t hashes = size; hashes > 0; hashes /= kTileWidth, ++level) {
    for (std::uint64_t index = 0; index * kTileWidth < hashes; ++index) {
      tiles.push_back({level, index, std::min(kTileWidth, hashes - index * kTileWidth)});
    }
  }
  return tiles;
}

std::optional<Hash> TileReader::hash_in_tile(unsigned tile_level, std::uint64_t index) {
  const unsigned shift = kTileLevels * tile_level;
  const std::uint64_t hashes = shift < 64 ? size_ >> shift : 0;
  if (index >= hashes) return std::nullopt;
  const std::uint64_t tile = index / kTileWidth;
  const std::uint64_t width = std::min(kTileWidth, hashes - tile * kTileWidth);
  std::string path = path_of({tile_level, tile, width});
  if (path != path_) {
    auto bytes = file_at_(path);
    if (!bytes) return std::nullopt;
    bytes_ = std::move(*bytes);
    path_ = std::move(path);
  }
  Hash hash;
  if (bytes_.size() != width * hash.size()) return std::nullopt;
  const auto begin = bytes_.begin() + static_cast<std::ptrdiff_t>(index % kTileWidth * hash.size());
  std::copy(begin, begin + static_cast<std::ptrdiff_t>(hash.size()), hash.begin());
  return hash;
}

// Between the levels of tiles nodes are made from the eight below them.
std::optional<Hash> TileReader::node_at(const Node& node) {
  if (node.level % kTileLevels == 0) return hash_in_tile(node.level / kTileLevels, node.index);
  const auto left = node_at({node.level - 1, 2 * node.index});
  const auto right = node_at({node.level - 1, 2 * node.index + 1});
  if (!left || !right) return std::nullopt;
  return node_hash(*left, *right);
}

Result<> append_entry(std::string_view entry, std::string& bundle) {
  if (entry.size() > kEntryBytesMax) {
    return fail(ErrorCode::kBadInput, "an entry of the ledger has 65,535 bytes at most");
  }
  bundle += static_cast<char>(entry.size() >> 8U);
  bundle += static_cast<char>(entry.size() & 0xFFU);
  bundle += entry;
  return {};
}

Result<std::vector<std::string>> entries_in(std::string_view bundle, std::uint64_t width) {
  std::vector<std::string> entries;
  while (bundle.size() >= 2 && entries.size() < width) {
    const std::size_t length = static_cast<std::size_t>(static_cast<unsigned char>(bundle[0]))
                                   << 8U |
                               static_cast<unsigned char>(bundle[1]);
    if (bundle.size() < 2 + length) break;
    entries.emplace_back(bundle.substr(2, length));
    bundle.remove_prefix(2 + length);
  }
  if (!bundle.empty() || entries.size() != width) {
    return fail(ErrorCode::kCorrupt, fmt::format("a bundle of entries does not hold {}", width));
  }
  return entries;
}

}  // namespace bas::ledger
