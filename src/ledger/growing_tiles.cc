#include "ledger/growing_tiles.h"

#include <algorithm>
#include <charconv>

namespace bas::ledger {

namespace {

constexpr std::size_t kTileBytes = kTileWidth * sizeof(Hash);
constexpr unsigned kLevelsMost = 64 / kTileLevels;

Hash hash_at(std::string_view tile, std::size_t number) {
  Hash hash;
  std::copy_n(tile.begin() + static_cast<std::ptrdiff_t>(number * hash.size()), hash.size(),
              hash.begin());
  return hash;
}

Hash root_of_tile(std::string_view tile) {
  Frontier frontier;
  for (std::size_t i = 0; i < kTileWidth; ++i) frontier.append(hash_at(tile, i));
  return frontier.root();
}

void add(std::string& tile, const Hash& hash) { tile.append(hash.begin(), hash.end()); }

std::optional<std::uint64_t> number_in_path(std::string_view text) {
  std::uint64_t number = 0;
  const char* const end = text.data() + text.size();
  const auto parsed = std::from_chars(text.data(), end, number);
  if (parsed.ec != std::errc{} || parsed.ptr != end) return std::nullopt;
  return number;
}

// "x001/x234/067"; whether it is written as it has to be is seen when it is written again.
std::optional<std::uint64_t> index_in_path(std::string_view text) {
  constexpr std::size_t kGroupsMost = 6;
  std::uint64_t index = 0;
  for (std::size_t groups = 0; groups < kGroupsMost; ++groups) {
    const std::size_t slash = std::min(text.find('/'), text.size());
    std::string_view group = text.substr(0, slash);
    const bool is_last = slash == text.size();
    if (!is_last && !group.starts_with('x')) return std::nullopt;
    const auto number = number_in_path(group.substr(is_last ? 0 : 1));
    if (!number || *number >= 1'000) return std::nullopt;
    index = index * 1'000 + *number;
    if (is_last) return index;
    text.remove_prefix(slash + 1);
  }
  return std::nullopt;
}

}  // namespace

Result<GrowingTiles> GrowingTiles::resume(std::uint64_t size, const std::vector<Hash>& last_leaves,
                                          const FullTileAt& full_tile_at) {
  GrowingTiles tiles;
  tiles.size_ = size;
  if (last_leaves.size() != size % kTileWidth) {
    return fail(ErrorCode::kCorrupt, "the last leaves of the ledger are not all there");
  }
  std::string& leaves = tiles.partial_.emplace_back();
  for (const Hash& leaf : last_leaves) add(leaves, leaf);
  std::uint64_t hashes = size / kTileWidth;
  for (unsigned level = 1; hashes > 0; ++level, hashes /= kTileWidth) {
    std::string& partial = tiles.partial_.emplace_back();
    for (std::uint64_t index = hashes / kTileWidth * kTileWidth; index < hashes; ++index) {
      const std::string below = TRY(full_tile_at(level - 1, index));
      if (below.size() != kTileBytes) {
        return fail(ErrorCode::kCorrupt, "a tile of the ledger has not its 256 hashes");
      }
      add(partial, root_of_tile(below));
    }
  }
  return tiles;
}

void GrowingTiles::append(const Hash& leaf, std::vector<FullTile>& full) {
  append_at(0, leaf, full);
  ++size_;
}

void GrowingTiles::append_at(unsigned level, const Hash& hash, std::vector<FullTile>& full) {
  if (partial_.size() <= level) partial_.resize(level + 1);
  std::string& tile = partial_[level];
  add(tile, hash);
  if (tile.size() < kTileBytes) return;
  const std::uint64_t index = size_ >> (kTileLevels * (level + 1));
  const Hash root = root_of_tile(tile);
  full.push_back({level, index, std::move(tile)});
  tile.clear();
  append_at(level + 1, root, full);
}

Hash GrowingTiles::root() const {
  const FileAt file_at = [&](const std::string& path) -> std::optional<std::string> {
    const auto named = parse_tile_path(path);
    if (!named || named->is_entries) return std::nullopt;
    return std::string(partial(named->tile.level));
  };
  if (size_ == 0) return Frontier().root();
  TileReader reader(size_, file_at);
  // Every full subtree at the edge of the log lies in a tile that is not full.
  return root_of(size_, [&](const Node& node) { return reader.node_at(node); }).value_or(Hash{});
}

std::string_view GrowingTiles::partial(unsigned level) const {
  return level < partial_.size() ? std::string_view(partial_[level]) : std::string_view();
}

std::optional<TilePath> parse_tile_path(std::string_view path) {
  constexpr std::string_view kBegin = "tile/";
  if (!path.starts_with(kBegin)) return std::nullopt;
  std::string_view rest = path.substr(kBegin.size());
  const std::size_t slash = rest.find('/');
  if (slash == std::string_view::npos) return std::nullopt;
  TilePath named;
  const std::string_view level = rest.substr(0, slash);
  named.is_entries = level == "entries";
  if (!named.is_entries) {
    const auto number = number_in_path(level);
    if (!number || *number >= kLevelsMost) return std::nullopt;
    named.tile.level = static_cast<unsigned>(*number);
  }
  rest.remove_prefix(slash + 1);
  if (const std::size_t part = rest.find(".p/"); part != std::string_view::npos) {
    const auto width = number_in_path(rest.substr(part + 3));
    if (!width || *width == 0 || *width >= kTileWidth) return std::nullopt;
    named.tile.width = *width;
    rest = rest.substr(0, part);
  }
  const auto index = index_in_path(rest);
  if (!index) return std::nullopt;
  named.tile.index = *index;
  const std::string written =
      named.is_entries ? entries_path_of(*index, named.tile.width) : path_of(named.tile);
  if (written != path) return std::nullopt;
  return named;
}

}  // namespace bas::ledger
