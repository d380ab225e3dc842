#include "cameras/decode_json.h"

#include <nlohmann/json.hpp>

#include "base/encode.h"
#include "model/plate.h"

namespace bas::cameras {

namespace {

using Json = nlohmann::ordered_json;

void set_text(Json& json, const char* key, std::string_view text) {
  if (!text.empty()) json[key] = text;
}

template <typename Value>
void set_number(Json& json, const char* key, const std::optional<Value>& value) {
  if (value) json[key] = *value;
}

Json json_of(const Vehicle& vehicle) {
  Json json = Json::object();
  set_text(json, "make", vehicle.make);
  set_text(json, "model", vehicle.model);
  set_text(json, "colour", vehicle.colour);
  set_text(json, "class", vehicle.vehicle_class);
  return json;
}

Json json_of(const std::vector<Candidate>& candidates) {
  Json json = Json::array();
  for (const Candidate& candidate : candidates) {
    json.push_back({{"plate", candidate.plate_raw}, {"confidence", candidate.confidence}});
  }
  return json;
}

Json json_of(const std::vector<Picture>& pictures) {
  Json json = Json::array();
  for (const Picture& picture : pictures) {
    json.push_back({{"role", name_of(picture.role)},
                    {"bytes", picture.bytes.size()},
                    {"sha256", to_hex(sha256(picture.bytes))}});
  }
  return json;
}

void set_plate(Json& json, const ReadFacts& facts) {
  set_text(json, "plate_raw", facts.plate_raw);
  set_text(json, "plate", canonical_plate(facts.plate_raw));
  set_text(json, "country", facts.country);
  set_number(json, "confidence", facts.confidence);
  if (!facts.glyph_confidences.empty()) json["glyph_confidences"] = facts.glyph_confidences;
  if (!facts.candidates.empty()) json["candidates"] = json_of(facts.candidates);
  if (const auto& box = facts.plate_box) {
    json["plate_box"] = {
        {"x", box->x}, {"y", box->y}, {"width", box->width}, {"height", box->height}};
  }
}

void set_passage(Json& json, const Decoded& decoded) {
  const ReadFacts& facts = decoded.facts;
  if (Json vehicle = json_of(facts.vehicle); !vehicle.empty()) json["vehicle"] = vehicle;
  if (facts.direction != Direction::kUnknown) json["direction"] = name_of(facts.direction);
  set_number(json, "lane", facts.lane);
  set_number(json, "speed_kmh", facts.speed_kmh);
  json["late"] = facts.is_late;
  if (!facts.is_final) json["final"] = false;
  if (!decoded.pictures.empty()) json["images"] = json_of(decoded.pictures);
}

}  // namespace

std::string to_json(const Decoded& decoded, std::string_view protocol) {
  const ReadFacts& facts = decoded.facts;
  Json json;
  json["protocol"] = protocol;
  json["kind"] = decoded.kind == Kind::kRead ? "read" : "status";
  set_text(json, "status", decoded.status);
  set_text(json, "device_id", facts.device_id);
  set_text(json, "event_id", facts.event_id);
  set_text(json, "passage_id", facts.passage_id);
  if (facts.captured_at != UtcTime{}) json["captured_at"] = format_rfc3339(facts.captured_at);
  if (decoded.kind == Kind::kRead) {
    set_plate(json, facts);
    set_passage(json, decoded);
  }
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace bas::cameras
