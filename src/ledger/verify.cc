#include "ledger/verify.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "ledger/growing_tiles.h"

namespace bas::ledger {

namespace {

Verdict found(Fault fault, std::string text) { return {fault, std::move(text), 0}; }

struct Signed {
  Checkpoint checkpoint;
  Verdict verdict;  // its fault, if any
};

Signed read_checkpoint(std::string_view bytes, const Expected& expected) {
  const auto note = Note::parse(bytes);
  if (!note) return {{}, found(Fault::kUnsigned, note.error().text)};
  if (!is_vouched_for(*note, expected.log)) {
    return {{}, found(Fault::kUnsigned, "the key did not sign this checkpoint")};
  }
  if (expected.witness && !is_vouched_for(*note, *expected.witness)) {
    return {{}, found(Fault::kUnwitnessed, "the witness did not sign this checkpoint")};
  }
  const auto checkpoint = Checkpoint::parse(note->text);
  if (!checkpoint) return {{}, found(Fault::kUnsigned, checkpoint.error().text)};
  return {*checkpoint, {}};
}

// One bundle of entries against its tile of leaves.
class Bundle {
 public:
  Bundle(std::uint64_t index, std::uint64_t width) : index_(index), width_(width) {}

  // Every leaf that is listed is given to `take`.
  template <typename Take>
  Verdict check(const FileAt& file_at, Take take) const {
    const std::string path = entries_path_of(index_, width_);
    const auto bytes = file_at(path);
    if (!bytes) return found(Fault::kTruncated, fmt::format("{} is missing", path));
    const auto entries = entries_in(*bytes, width_);
    if (!entries) return found(Fault::kTruncated, fmt::format("{}: it is cut off", path));
    std::vector<Hash> written;
    for (const std::string& entry : *entries) written.push_back(leaf_hash(entry));
    const auto listed = listed_leaves(file_at);
    if (listed.empty()) {
      return found(Fault::kTruncated, fmt::format("{} is missing or cut off", leaves_path()));
    }
    for (const Hash& leaf : listed) take(leaf);
    return compared(written, listed);
  }

 private:
  std::string leaves_path() const { return path_of({0, index_, width_}); }

  std::vector<Hash> listed_leaves(const FileAt& file_at) const {
    const auto bytes = file_at(leaves_path());
    if (!bytes || bytes->size() != width_ * sizeof(Hash)) return {};
    std::vector<Hash> leaves(width_);
    for (std::size_t i = 0; i < leaves.size(); ++i) {
      std::copy_n(bytes->begin() + static_cast<std::ptrdiff_t>(i * sizeof(Hash)), sizeof(Hash),
                  leaves[i].begin());
    }
    return leaves;
  }

  Verdict compared(const std::vector<Hash>& written, const std::vector<Hash>& listed) const {
    const auto [first, other] = std::ranges::mismatch(written, listed);
    if (first == written.end()) return {};
    const auto at = index_ * kTileWidth + static_cast<std::uint64_t>(first - written.begin());
    const bool is_order = std::multiset(written.begin(), written.end()) ==
                          std::multiset(listed.begin(), listed.end());
    if (is_order) {
      return found(Fault::kReordered, fmt::format("from entry {} on the order was changed", at));
    }
    return found(Fault::kEdited, fmt::format("entry {} was changed", at));
  }

  std::uint64_t index_;
  std::uint64_t width_;
};

// The tiles above the leaves, made again from these and held against those that are there.
class UpperTiles {
 public:
  explicit UpperTiles(const FileAt& file_at) : file_at_(file_at) {}

  void append(const Hash& leaf) {
    full_.clear();
    tiles_.append(leaf, full_);
    for (const FullTile& tile : full_) {
      if (tile.level > 0) compare({tile.level, tile.index, kTileWidth}, tile.bytes);
    }
  }
  Hash root() const { return tiles_.root(); }
  Verdict verdict() {
    for (const Tile& tile : tiles_of(tiles_.size())) {
      if (tile.level > 0 && tile.width < kTileWidth) compare(tile, tiles_.partial(tile.level));
    }
    return verdict_;
  }

 private:
  void compare(const Tile& tile, std::string_view bytes) {
    if (verdict_.fault != Fault::kNone) return;
    const auto there = file_at_(path_of(tile));
    if (!there) {
      verdict_ = found(Fault::kTruncated, fmt::format("{} is missing", path_of(tile)));
    } else if (*there != bytes) {
      verdict_ = found(Fault::kDamaged,
                       fmt::format("{} does not hold the hashes of what is below", path_of(tile)));
    }
  }

  const FileAt& file_at_;
  GrowingTiles tiles_;
  std::vector<FullTile> full_;
  Verdict verdict_;
};

// Entries and leaves agree, lead to the signed root, and the tiles above say the same.
Verdict check_entries(const Checkpoint& checkpoint, const FileAt& file_at) {
  UpperTiles upper(file_at);
  Verdict first;
  for (std::uint64_t index = 0; index * kTileWidth < checkpoint.size; ++index) {
    const std::uint64_t width = std::min(kTileWidth, checkpoint.size - index * kTileWidth);
    Verdict verdict =
        Bundle(index, width).check(file_at, [&](const Hash& leaf) { upper.append(leaf); });
    if (verdict.fault == Fault::kTruncated) return verdict;
    if (first.fault == Fault::kNone) first = std::move(verdict);
  }
  if (first.fault != Fault::kNone) return first;
  if (upper.root() == checkpoint.root) return upper.verdict();
  return found(Fault::kEdited, "entries and their hashes were changed: not this root was signed");
}

Verdict check_earlier(const Checkpoint& earlier, const Checkpoint& latest, const FileAt& file_at) {
  if (earlier.origin != latest.origin) {
    return found(Fault::kForked, "an earlier checkpoint is of another log");
  }
  if (earlier.size > latest.size) {
    return found(Fault::kTruncated, fmt::format("{} entries were signed before, {} are left",
                                                earlier.size, latest.size));
  }
  TileReader reader(latest.size, file_at);
  const auto proof = consistency_proof({earlier.size, latest.size},
                                       [&](const Node& node) { return reader.node_at(node); });
  if (proof && is_consistent({earlier.size, latest.size}, {earlier.root, latest.root}, *proof)) {
    return {};
  }
  return found(Fault::kForked,
               fmt::format("the first {} entries are not those signed before", earlier.size));
}

}  // namespace

std::string_view name_of(Fault fault) {
  constexpr std::array<std::string_view, 8> kNames = {
      "none", "unsigned", "unwitnessed", "truncated", "edited", "reordered", "forked", "damaged"};
  return kNames[static_cast<std::size_t>(fault)];
}

Verdict verify(std::string_view checkpoint_note, const Expected& expected, const FileAt& file_at) {
  const auto [latest, verdict] = read_checkpoint(checkpoint_note, expected);
  if (verdict.fault != Fault::kNone) return verdict;
  if (Verdict wrong = check_entries(latest, file_at); wrong.fault != Fault::kNone) return wrong;
  for (const std::string& note : expected.earlier) {
    const auto [earlier, damage] = read_checkpoint(note, {expected.log, std::nullopt, {}});
    if (damage.fault != Fault::kNone) return damage;
    if (Verdict wrong = check_earlier(earlier, latest, file_at); wrong.fault != Fault::kNone) {
      return wrong;
    }
  }
  return {Fault::kNone, fmt::format("{} entries lead to the signed root", latest.size),
          latest.size};
}

}  // namespace bas::ledger
