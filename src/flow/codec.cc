#include "flow/codec.h"

#include "flow/cbor_members.h"

namespace bas::flow {

namespace {

using Json = nlohmann::json;

template <typename T>
void put(Json& map, const char* key, const std::optional<T>& value) {
  if (value) map[key] = *value;
}
void put(Json& map, const char* key, const std::string& value) {
  if (!value.empty()) map[key] = value;
}

template <typename T>
std::optional<T> get_optional(const Json& map, const char* key) {
  const auto found = map.find(key);
  if (found == map.end()) return std::nullopt;
  return found->get<T>();
}
std::string get_text(const Json& map, const char* key) { return map.value(key, std::string()); }

Json picture_value(const StoredPicture& picture) {
  return {static_cast<int>(picture.role), picture.bytes,       picture.blob.day.number,
          picture.blob.segment,           picture.blob.offset, picture.blob.length};
}

StoredPicture picture_from(const Json& value) {
  StoredPicture picture;
  picture.role = static_cast<PictureRole>(value.at(0).get<int>());
  picture.bytes = value.at(1);
  picture.blob = {Day{value.at(2).get<std::int32_t>()}, value.at(3), value.at(4), value.at(5)};
  return picture;
}

void put_vehicle(Json& map, const Vehicle& vehicle) {
  put(map, "vm", vehicle.make);
  put(map, "vo", vehicle.model);
  put(map, "vc", vehicle.colour);
  put(map, "vk", vehicle.vehicle_class);
}

Vehicle vehicle_from(const Json& map) {
  return {get_text(map, "vm"), get_text(map, "vo"), get_text(map, "vc"), get_text(map, "vk")};
}

void put_texts(Json& map, const FourTexts& texts) {
  if (texts != FourTexts{}) map["t"] = {texts.nl, texts.fr, texts.de, texts.en};
}

FourTexts texts_from(const Json& value) {
  return {value.at(0), value.at(1), value.at(2), value.at(3)};
}

Json facts_value(const ReadFacts& facts) {
  Json map = {{"t", time_value(facts.captured_at)}, {"w", facts.protocol}};
  put(map, "d", facts.device_id);
  put(map, "e", facts.event_id);
  put(map, "g", facts.passage_id);
  put(map, "p", facts.plate_raw);
  put(map, "c", facts.country);
  put(map, "f", facts.confidence);
  put(map, "l", facts.lane);
  put(map, "s", facts.speed_kmh);
  put_vehicle(map, facts.vehicle);
  if (!facts.glyph_confidences.empty()) map["gc"] = facts.glyph_confidences;
  for (const Candidate& candidate : facts.candidates) {
    map["ca"].push_back({candidate.plate_raw, candidate.confidence});
  }
  if (const auto& box = facts.plate_box) map["b"] = {box->x, box->y, box->width, box->height};
  if (facts.direction != Direction::kUnknown) map["r"] = static_cast<int>(facts.direction);
  if (facts.is_late) map["late"] = true;
  if (!facts.is_final) map["draft"] = true;
  return map;
}

ReadFacts facts_from(const Json& map) {
  ReadFacts facts;
  facts.captured_at = time_from(map.at("t"));
  facts.protocol = get_text(map, "w");
  facts.device_id = get_text(map, "d");
  facts.event_id = get_text(map, "e");
  facts.passage_id = get_text(map, "g");
  facts.plate_raw = get_text(map, "p");
  facts.country = get_text(map, "c");
  facts.confidence = get_optional<double>(map, "f");
  facts.lane = get_optional<int>(map, "l");
  facts.speed_kmh = get_optional<double>(map, "s");
  facts.vehicle = vehicle_from(map);
  facts.glyph_confidences = map.value("gc", std::vector<double>());
  for (const Json& pair : map.value("ca", Json::array())) {
    facts.candidates.push_back({pair.at(0), pair.at(1)});
  }
  if (const auto box = map.find("b"); box != map.end()) {
    facts.plate_box = {box->at(0), box->at(1), box->at(2), box->at(3)};
  }
  facts.direction = static_cast<Direction>(map.value("r", 0));
  facts.is_late = map.value("late", false);
  facts.is_final = !map.value("draft", false);
  return facts;
}

Json plate_value(const Plate& plate) { return {plate.text, plate.country}; }
Plate plate_from(const Json& value) { return {value.at(0), value.at(1)}; }

}  // namespace

std::string encode_read(const Read& read) {
  Json map = {{"k", id_value(read.camera)},
              {"i", id_value(read.site)},
              {"z", id_value(read.zone)},
              {"a", time_value(read.received_at)},
              {"n", read.plate},
              {"x", facts_value(read.facts)}};
  for (const StoredPicture& picture : read.pictures) map["m"].push_back(picture_value(picture));
  return to_cbor(map);
}

Result<Read> decode_read(const Id& id, std::string_view bytes) {
  Read read;
  read.id = id;
  TRY(from_cbor(bytes, [&](const Json& map) {
    read.camera = id_from(map.at("k"));
    read.site = id_from(map.at("i"));
    read.zone = id_from(map.at("z"));
    read.received_at = time_from(map.at("a"));
    read.plate = get_text(map, "n");
    read.facts = facts_from(map.at("x"));
    for (const Json& value : map.value("m", Json::array())) {
      read.pictures.push_back(picture_from(value));
    }
  }));
  return read;
}

std::string encode_entry(const Entry& entry) {
  Json map;  // member by member: a list of members is copied, and an import makes a million
  map["p"] = plate_value(entry.plate);
  map["c"] = entry.category;
  map["r"] = entry.reason;
  map["s"] = entry.source_id;
  put(map, "o", entry.owner);
  put(map, "b", entry.basis);
  put(map, "n", entry.case_number);
  put(map, "h", entry.home);
  put_vehicle(map, entry.vehicle);
  put_texts(map, entry.procedure);
  return to_cbor(map);
}

Result<Entry> decode_entry(Entry entry, std::string_view bytes) {
  TRY(from_cbor(bytes, [&](const Json& map) {
    entry.plate = plate_from(map.at("p"));
    entry.category = get_text(map, "c");
    entry.reason = get_text(map, "r");
    entry.source_id = get_text(map, "s");
    entry.owner = get_text(map, "o");
    entry.basis = get_text(map, "b");
    entry.case_number = get_text(map, "n");
    entry.home = get_text(map, "h");
    entry.vehicle = vehicle_from(map);
    if (map.contains("t")) entry.procedure = texts_from(map["t"]);
  }));
  return entry;
}

std::string encode_hit(const Hit& hit) {
  Json map = {
      {"p", plate_value(hit.plate)}, {"w", hit.plate_raw}, {"e", plate_value(hit.entry_plate)},
      {"c", hit.category},           {"r", hit.reason},    {"q", hit.probability},
      {"x", hit.explanation},        {"k", hit.kind}};
  put(map, "g", hit.warning);
  put(map, "y", hit.reasons);
  if (!hit.owner_zone.is_zero()) map["o"] = id_value(hit.owner_zone);
  put_texts(map, hit.procedure);
  return to_cbor(map);
}

Result<Hit> decode_hit(Hit hit, std::string_view bytes) {
  TRY(from_cbor(bytes, [&](const Json& map) {
    hit.plate = plate_from(map.at("p"));
    hit.plate_raw = get_text(map, "w");
    hit.entry_plate = plate_from(map.at("e"));
    hit.category = get_text(map, "c");
    hit.reason = get_text(map, "r");
    hit.probability = map.at("q");
    hit.explanation = get_text(map, "x");
    hit.kind = map.value("k", std::string("exact"));
    hit.warning = get_text(map, "g");
    hit.reasons = get_text(map, "y");
    if (map.contains("o")) hit.owner_zone = id_from(map["o"]);
    if (map.contains("t")) hit.procedure = texts_from(map["t"]);
  }));
  return hit;
}

std::string encode_incident(const Incident& incident) {
  Json plate = plate_value(incident.plate);
  if (incident.audience.is_zero()) return to_cbor(plate);
  Json map = {{"p", std::move(plate)}, {"a", id_value(incident.audience)}};
  return to_cbor(map);
}

Result<Incident> decode_incident(Incident incident, std::string_view bytes) {
  TRY(from_cbor(bytes, [&](const Json& value) {
    incident.plate = plate_from(value.is_object() ? value.at("p") : value);
    if (value.is_object()) incident.audience = id_from(value.at("a"));
  }));
  return incident;
}

}  // namespace bas::flow
