#include "flow/hit_reasons.h"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

namespace bas::flow {

using OrderedJson = nlohmann::ordered_json;

namespace {

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

}  // namespace

OrderedJson reasons_json(const match::Reasons& reasons) {
  OrderedJson json;
  json["kind"] = match::name_of(reasons.kind);
  json["country"] = match::name_of(reasons.country);
  if (!reasons.read_country.empty()) json["read_country"] = reasons.read_country;
  if (!reasons.entry_country.empty()) json["entry_country"] = reasons.entry_country;
  if (reasons.kind == match::MatchKind::kPartial) {
    json["pattern"] = reasons.pattern;
    json["vehicles_that_fit"] = std::max(1.0, std::round(reasons.vehicles_that_fit));
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

}  // namespace bas::flow
