// Partial plates, thousands of them, against every read.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "plates/packed_plate.h"

namespace bas::match {

// A bit for each pattern in each of `row[place][glyph]`: a read's patterns are what is left when
// the rows of its glyphs are laid over each other. Nothing is compiled: a pattern is live when
// put() returns, in some microseconds.
// Threads: none of its own; any number of readers, a change alone.
// Cost of a find: about 10 ns a thousand patterns. 31 bytes a pattern and place.
class PatternIndex {
 public:
  // `pattern` is canonical with `?` (one character) and `*` (any number). kBadInput when fewer than
  // two characters are named, when a letter has no code, or when no plate of ten could fit.
  Result<> put(std::string_view pattern, std::uint32_t value);
  // False when the pair was not there.
  bool remove(std::string_view pattern, std::uint32_t value);

  // Makes `found` the values of every pattern that fits the whole plate; each once, in their order.
  void find(plates::PackedPlate plate, std::vector<std::uint32_t>& found) const;

  std::size_t size() const { return size_; }
  std::size_t approximate_bytes() const;

  // Every way to lay the pattern over plates of up to ten glyphs. `length` glyphs, of which
  // `places` may be any where all bits are set.
  struct Laid {
    int length = 0;
    std::array<plates::GlyphSet, plates::PackedPlate::kGlyphsMax> places{};
    bool operator==(const Laid&) const = default;
  };
  static Result<std::vector<Laid>> lay(std::string_view pattern);

 private:
  static constexpr std::size_t kWords = 64;  // 4,096 patterns a block
  struct Block {
    explicit Block(int length);
    std::vector<std::uint64_t> rows;  // [place][glyph][word]
    std::vector<std::uint32_t> values;
    std::vector<std::uint32_t> free;
  };
  static constexpr std::size_t kLanes = 8;  // words looked at together
  // Both are looked at by one instruction, on any x86-64.
  using TwoWords __attribute__((vector_size(2 * sizeof(std::uint64_t)))) = std::uint64_t;
  using OfLength = std::vector<std::unique_ptr<Block>>;

  static void add_fitting(const Block& block, plates::PackedPlate plate, std::size_t first,
                          std::vector<std::uint32_t>& found);
  static void take_values(const Block& block, std::size_t word, std::uint64_t bits,
                          std::vector<std::uint32_t>& found);
  static void set_bits(Block& block, const Laid& laid, std::uint32_t bit);
  static void clear_bits(Block& block, int length, std::uint32_t bit);
  static bool is_laid_so(const Block& block, const Laid& laid, std::uint32_t bit);
  void put_laid(const Laid& laid, std::uint32_t value);
  bool remove_laid(const Laid& laid, std::uint32_t value);

  std::array<OfLength, plates::PackedPlate::kGlyphsMax + 1> blocks_;
  std::size_t size_ = 0;
};

}  // namespace bas::match
