#include "match/fitting.h"

#include <numeric>

namespace bas::match {

namespace {

constexpr int kPlainGlyphs = 36;

// Of a character that the pattern does not name.
double lost_on_average(const plates::MisreadModel& model) {
  double lost = 0;
  for (int glyph = 1; glyph <= kPlainGlyphs; ++glyph) {
    lost += model.lost(static_cast<plates::Glyph>(glyph));
  }
  return lost / kPlainGlyphs;
}

}  // namespace

double vehicles_that_fit(const plates::Grammars& grammars, std::span<const PatternIndex::Laid> laid,
                         std::string_view country) {
  double vehicles = 0;
  for (const PatternIndex::Laid& one : laid) {
    for (const plates::Form* form :
         grammars.by_length(country)[static_cast<std::size_t>(one.length)].all()) {
      double fitting = form->vehicles;
      for (std::size_t place = 0; place < static_cast<std::size_t>(one.length); ++place) {
        const plates::GlyphSet allowed = form->allowed[place];
        fitting *= static_cast<double>(__builtin_popcountll(allowed & one.places[place])) /
                   static_cast<double>(__builtin_popcountll(allowed));
      }
      vehicles += fitting;
    }
  }
  return vehicles;
}

// A gap beside a `*` may take up a character too many.
double share_that_stays(const plates::MisreadModel& model, std::string_view pattern) {
  const double lost = lost_on_average(model);
  const double quiet = 1 - model.added_any();
  double share = 1;
  bool is_behind_star = false;
  while (!pattern.empty()) {
    const bool is_star = pattern[0] == '*';
    if (!is_star && !is_behind_star) share *= quiet;
    is_behind_star = is_star;
    if (is_star || pattern[0] == '?') {
      if (!is_star) share *= 1 - lost;
      pattern.remove_prefix(1);
      continue;
    }
    const auto glyph = plates::first_glyph(pattern);
    if (!glyph) return 0;
    share *= model.kept(glyph->glyph);
    pattern.remove_prefix(glyph->bytes);
  }
  return is_behind_star ? share : share * quiet;
}

}  // namespace bas::match
