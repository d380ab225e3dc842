#include "plates/form_pattern.h"

#include <fmt/format.h>

#include <algorithm>

#include "plates/lines.h"
#include "plates/packed_plate.h"

namespace bas::plates {

namespace {

using Places = std::vector<GlyphSet>;
constexpr std::size_t kSequencesMax = 200;

struct Repetition {
  int least = 1;
  int most = 1;
};

auto bad(std::string text) { return fail(ErrorCode::kBadInput, std::move(text)); }

Result<Glyph> take_glyph(std::string_view& rest) {
  const auto glyph = first_glyph(rest);
  if (!glyph) return bad(fmt::format("'{}' does not begin with a glyph of a plate", rest));
  rest.remove_prefix(glyph->bytes);
  return glyph->glyph;
}

// Behind "[".
Result<GlyphSet> take_set_of_glyphs(std::string_view& rest) {
  GlyphSet set = 0;
  while (!rest.starts_with(']')) {
    const Glyph first = TRY(take_glyph(rest));
    Glyph last = first;
    if (rest.starts_with('-')) {
      rest.remove_prefix(1);
      last = TRY(take_glyph(rest));
    }
    if (last < first) return bad("a range in a set runs backwards");
    for (int glyph = first; glyph <= last; ++glyph) set |= set_of(static_cast<Glyph>(glyph));
  }
  rest.remove_prefix(1);
  if (set == 0) return bad("a set is empty");
  return set;
}

// Behind "<".
Result<GlyphSet> take_named_set(std::string_view& rest, const NamedSets& sets) {
  const std::size_t end = rest.find('>');
  const auto found = sets.find(rest.substr(0, end));
  if (end == std::string_view::npos || found == sets.end()) return bad("a named set is not known");
  rest.remove_prefix(end + 1);
  return found->second;
}

Result<GlyphSet> take_place(std::string_view& rest, const NamedSets& sets) {
  const char first = rest[0];
  if (first == '@' || first == '#' || first == '[' || first == '<') rest.remove_prefix(1);
  switch (first) {
    case '@': return kLatinLetters;
    case '#': return kDigits;
    case '[': return take_set_of_glyphs(rest);
    case '<': return take_named_set(rest, sets);
    default: return take_glyph(rest).map(set_of);
  }
}

Result<Repetition> take_repetition(std::string_view& rest) {
  if (rest.starts_with('?')) {
    rest.remove_prefix(1);
    return Repetition{0, 1};
  }
  if (!rest.starts_with('{')) return Repetition{};
  const std::size_t end = rest.find('}');
  if (end == std::string_view::npos) return bad("a repetition is not closed");
  const std::string_view inside = rest.substr(1, end - 1);
  const std::size_t comma = inside.find(',');
  const double least = TRY(number_in(inside.substr(0, comma)));
  const double most =
      comma == std::string_view::npos ? least : TRY(number_in(inside.substr(comma + 1)));
  if (least > most || most > PackedPlate::kGlyphsMax) return bad("a repetition is out of range");
  rest.remove_prefix(end + 1);
  return Repetition{static_cast<int>(least), static_cast<int>(most)};
}

// Every sequence so far, with `set` behind it as often as the repetition allows.
std::vector<Places> extended(const std::vector<Places>& sequences, GlyphSet set,
                             Repetition repetition) {
  std::vector<Places> longer;
  for (Places places : sequences) {
    for (int times = 0; times <= repetition.most; ++times) {
      if (times > 0) places.push_back(set);
      if (times >= repetition.least) longer.push_back(places);
    }
  }
  return longer;
}

}  // namespace

Result<std::vector<Places>> expand_pattern(std::string_view pattern, const NamedSets& sets) {
  std::vector<Places> sequences{{}};
  while (!pattern.empty()) {
    const GlyphSet set = TRY(take_place(pattern, sets));
    const Repetition repetition = TRY(take_repetition(pattern));
    sequences = extended(sequences, set, repetition);
    std::sort(sequences.begin(), sequences.end());
    sequences.erase(std::unique(sequences.begin(), sequences.end()), sequences.end());
    if (sequences.size() > kSequencesMax) return bad("the pattern allows too many forms");
    const bool is_long = std::any_of(sequences.begin(), sequences.end(), [](const Places& places) {
      return places.size() > PackedPlate::kGlyphsMax;
    });
    if (is_long) return bad("the pattern is longer than ten places");
  }
  if (sequences.front().empty()) return bad("the pattern may be empty");
  return sequences;
}

}  // namespace bas::plates
