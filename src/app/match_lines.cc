#include "app/match_lines.h"

#include <cmath>
#include <nlohmann/json.hpp>

namespace bas::app {

namespace {

using OrderedJson = nlohmann::ordered_json;

OrderedJson lone_glyph_json(const match::LoneGlyph& glyph) {
  return {{"place", glyph.place + 1}, {"glyph", glyph.glyph}};
}

OrderedJson vehicle_json(const match::Reasons& reasons) {
  OrderedJson facts = OrderedJson::array();
  for (const match::VehicleReason& one : reasons.vehicle) {
    facts.push_back({{"fact", match::name_of(one.fact)},
                     {"seen", one.seen},
                     {"listed", one.listed},
                     {"agrees", one.agrees()},
                     {"ratio", one.ratio}});
  }
  return {{"speaks", match::name_of(reasons.vehicle_verdict())},
          {"ratio", reasons.vehicle_ratio},
          {"plate_follows_person", reasons.follows_person},
          {"facts", std::move(facts)}};
}

OrderedJson reasons_json(const match::Reasons& reasons) {
  OrderedJson json;
  json["country"] = match::name_of(reasons.country);
  if (reasons.kind == match::MatchKind::kPartial) {
    json["pattern"] = reasons.pattern;
    json["vehicles_that_fit"] = std::round(reasons.vehicles_that_fit);
  } else if (reasons.kind != match::MatchKind::kExact) {
    OrderedJson& differing = json["differing"] = OrderedJson::array();
    for (const match::DifferingGlyph& one : reasons.differing) {
      differing.push_back({{"listed_place", one.listed_place + 1},
                           {"read_place", one.read_place + 1},
                           {"listed", one.listed},
                           {"read", one.read}});
    }
    if (reasons.missing) json["missing"] = lone_glyph_json(*reasons.missing);
    if (reasons.extra) json["extra"] = lone_glyph_json(*reasons.extra);
    json["obeys_grammar"] = reasons.obeys_grammar;
    json["read_is_known"] = reasons.read_is_known;
  }
  if (!reasons.vehicle.empty()) json["vehicle"] = vehicle_json(reasons);
  return json;
}

}  // namespace

std::string match_line(const Plate& read, const Entry& entry, const match::Match& match,
                       Explain explain) {
  OrderedJson out = {{"plate", read.text}};
  if (!read.country.empty()) out["country"] = read.country;
  OrderedJson& of_entry = out["entry"] = {{"plate", entry.plate.text}};
  if (!entry.plate.country.empty()) of_entry["country"] = entry.plate.country;
  if (!entry.category.empty()) of_entry["category"] = entry.category;
  if (!entry.source_id.empty()) of_entry["source_id"] = entry.source_id;
  of_entry["priority"] = entry.priority;
  out["kind"] = match::name_of(match.kind);
  out["probability"] = match.probability;
  if (explain == Explain::kYes) {
    out["explanation"] = match.explanation;
    out["reasons"] = reasons_json(match.reasons);
  }
  return out.dump(-1, ' ', false, OrderedJson::error_handler_t::replace);
}

}  // namespace bas::app
