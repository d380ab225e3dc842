#include "profiles/partial_plate.h"

#include "plates/packed_plate.h"

namespace bas::profiles {

namespace {

constexpr int kNamedLeast = 2;
constexpr int kRunsMost = 3;

}  // namespace

Result<> check_partial_plate(std::string_view pattern) {
  int named = 0;
  int any = 0;
  int runs = 0;
  char before = '\0';
  while (!pattern.empty()) {
    const char first = pattern.front();
    const auto glyph = plates::first_glyph(pattern);
    if (first == '?') {
      ++any;
    } else if (first == '*') {
      if (before != '*') ++runs;
    } else if (glyph) {
      ++named;
    } else {
      return fail(ErrorCode::kBadInput, "plate: a partial plate holds a letter plates do not bear");
    }
    before = first;
    pattern.remove_prefix(first == '?' || first == '*' ? 1 : glyph->bytes);
  }
  if (named < kNamedLeast) {
    return fail(ErrorCode::kBadInput, "plate: a partial plate names at least two characters");
  }
  if (named + any > plates::PackedPlate::kGlyphsMax) {
    return fail(ErrorCode::kBadInput, "plate: a partial plate has at most ten characters");
  }
  if (runs > kRunsMost) {
    return fail(ErrorCode::kBadInput,
                "plate: a partial plate has at most three `*`: name what stands between");
  }
  return {};
}

}  // namespace bas::profiles
