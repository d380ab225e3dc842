#include "match/explain.h"

#include <fmt/format.h>

namespace bas::match {

using plates::PackedPlate;

namespace {

// The first place at which the shorter plate lacks a glyph of the longer one.
int place_of_gap(PackedPlate longer, PackedPlate shorter) {
  int best = 0;
  int fewest = PackedPlate::kGlyphsMax + 1;
  for (int place = 0; place < longer.length(); ++place) {
    const int differing = plates::differing_places(longer.without(place), shorter);
    if (differing < fewest) {
      fewest = differing;
      best = place;
    }
  }
  return best;
}

std::string differing_glyphs(PackedPlate listed, PackedPlate read) {
  std::string text;
  for (int place = 0; place < listed.length(); ++place) {
    if (listed.at(place) == read.at(place)) continue;
    if (!text.empty()) text += ", ";
    text += fmt::format("{} read for {} at place {}", plates::text_of(read.at(place)),
                        plates::text_of(listed.at(place)), place + 1);
  }
  return text;
}

std::string what_differs(PackedPlate listed, PackedPlate read) {
  if (listed.length() == read.length()) return differing_glyphs(listed, read);
  const bool is_missing = listed.length() > read.length();
  const PackedPlate longer = is_missing ? listed : read;
  const int gap = place_of_gap(longer, is_missing ? read : listed);
  std::string text = fmt::format("{} at place {}", plates::text_of(longer.at(gap)), gap + 1);
  text += is_missing ? " was not read" : " was read too many";
  const PackedPlate rest = longer.without(gap);
  const std::string others =
      is_missing ? differing_glyphs(rest, read) : differing_glyphs(listed, rest);
  return others.empty() ? text : text + ", " + others;
}

}  // namespace

std::string explain_inexact(const Inexact& match) {
  std::string text = what_differs(match.listed, match.read);
  if (match.is_known_plate) return text + "; the read is itself a known plate.";
  if (!match.obeys_grammar) {
    return text + "; the read is no plate that its country gives out, which speaks for a misread.";
  }
  return text + "; no such plate as the read is known.";
}

std::string explain_partial(std::string_view pattern, double probability) {
  return fmt::format("The read fits the partial plate {}; about {:.0f} vehicles on the road do.",
                     pattern, 1 / probability);
}

std::string explain_exact(std::string_view read_country, std::string_view entry_country) {
  std::string text = "Every character equals the entry; ";
  if (read_country.empty() && entry_country.empty()) {
    return text += "neither the camera nor the entry names a country.";
  }
  if (read_country.empty()) {
    return text.append("the camera did not tell the country, the entry is for ")
        .append(entry_country)
        .append(".");
  }
  if (entry_country.empty()) {
    return text.append("the entry is for any country, the camera saw ")
        .append(read_country)
        .append(".");
  }
  return text.append("country ").append(read_country).append(" on both sides.");
}

}  // namespace bas::match
