#include "match/reasons.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace bas::match {

namespace {

constexpr std::array<std::string_view, 5> kKinds = {"exact", "look_alike", "missing", "extra",
                                                    "partial"};
constexpr std::array<std::string_view, 4> kCountryReasons = {"both_sides", "entry_only",
                                                             "read_only", "neither"};
constexpr std::array<std::string_view, 3> kVerdicts = {"for", "against", "little"};

// Nearer to 1 than this a ratio is not worth a word.
constexpr double kTelling = 1.25;

// Places are told as people count, from 1.
std::string which_glyphs(const Reasons& reasons) {
  std::string text;
  const auto add = [&](const std::string& part) { text += text.empty() ? part : ", " + part; };
  if (reasons.missing) {
    add(fmt::format("{} at place {} was not read", reasons.missing->glyph,
                    reasons.missing->place + 1));
  }
  if (reasons.extra) {
    add(fmt::format("{} at place {} was read too many", reasons.extra->glyph,
                    reasons.extra->place + 1));
  }
  for (const DifferingGlyph& one : reasons.differing) {
    add(fmt::format("{} read for {} at place {}", one.read, one.listed, one.listed_place + 1));
  }
  return text;
}

std::string country_text(const Reasons& reasons) {
  switch (reasons.country) {
    case CountryReason::kNeither: return "neither the camera nor the entry names a country";
    case CountryReason::kEntryOnly:
      return "the camera did not tell the country, the entry is for " + reasons.entry_country;
    case CountryReason::kReadOnly:
      return "the entry is for any country, the camera saw " + reasons.read_country;
    case CountryReason::kBothSides: break;
  }
  return "country " + reasons.read_country + " on both sides";
}

std::string read_text(const Reasons& reasons) {
  if (reasons.read_is_known) return "the read is itself a known plate";
  if (!reasons.obeys_grammar) {
    return "the read is no plate that its country gives out, which speaks for a misread";
  }
  return "no such plate as the read is known";
}

// "a red Volkswagen", "a blue van": colour, make and class of the one side.
std::string vehicle_named(const Reasons& reasons, std::string VehicleReason::* side) {
  std::array<std::string_view, kVehicleFacts.size()> words{};
  for (const VehicleReason& one : reasons.vehicle) {
    words[static_cast<std::size_t>(one.fact)] = one.*side;
  }
  const auto word = [&](VehicleFact fact) { return words[static_cast<std::size_t>(fact)]; };
  std::string name;
  for (const VehicleFact fact : {VehicleFact::kColour, VehicleFact::kMake, VehicleFact::kClass}) {
    if (!word(fact).empty()) name.append(name.empty() ? "" : " ").append(word(fact));
  }
  if (word(VehicleFact::kClass).empty() && word(VehicleFact::kMake).empty()) name += " vehicle";
  const bool has_vowel = std::string_view("aeiouAEIO").find(name[0]) != std::string_view::npos;
  return (has_vowel ? "an " : "a ") + name;
}

std::string vehicle_text(const Reasons& reasons) {
  std::string text = "the camera saw " + vehicle_named(reasons, &VehicleReason::seen);
  if (std::ranges::all_of(reasons.vehicle, &VehicleReason::agrees))
    text += ", as the entry says";
  else
    text += ", the entry names " + vehicle_named(reasons, &VehicleReason::listed);
  switch (reasons.vehicle_verdict()) {
    case Verdict::kFor: return text + ": speaks for it";
    case Verdict::kLittle: return text + ": says little";
    case Verdict::kAgainst: break;
  }
  text += ": speaks against it";
  return reasons.follows_person ? text + ", but plates follow the person there" : text;
}

}  // namespace

std::string_view name_of(MatchKind kind) { return kKinds[static_cast<std::size_t>(kind)]; }

std::string_view name_of(CountryReason reason) {
  return kCountryReasons[static_cast<std::size_t>(reason)];
}

std::string_view name_of(Verdict verdict) { return kVerdicts[static_cast<std::size_t>(verdict)]; }

Verdict Reasons::vehicle_verdict() const {
  if (vehicle_ratio > kTelling) return Verdict::kFor;
  return vehicle_ratio < 1 / kTelling ? Verdict::kAgainst : Verdict::kLittle;
}

std::string sentence_of(const Reasons& reasons) {
  std::string text;
  switch (reasons.kind) {
    case MatchKind::kExact:
      text = "Every character equals the entry; " + country_text(reasons);
      break;
    case MatchKind::kPartial:
      text = fmt::format("The read fits the partial plate {}; about {:.0f} vehicles on the road do",
                         reasons.pattern, std::max(1.0, reasons.vehicles_that_fit));
      break;
    default: text = which_glyphs(reasons) + "; " + read_text(reasons);
  }
  if (!reasons.vehicle.empty()) text += "; " + vehicle_text(reasons);
  return text + ".";
}

}  // namespace bas::match
