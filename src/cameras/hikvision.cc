#include "cameras/hikvision.h"

#include <array>

#include "base/encode.h"
#include "cameras/facts.h"
#include "cameras/hikvision_country.h"
#include "cameras/hikvision_pictures.h"
#include "cameras/text.h"
#include "cameras/time_text.h"
#include "cameras/xml_tree.h"
#include "model/country.h"

namespace bas::cameras {

namespace {

constexpr std::string_view kRootName = "EventNotificationAlert";

// What is shorter is no UUID but a fixed text that all messages of a device share.
constexpr std::size_t kUuidBytesMin = 8;

// A JSON event may stand without the root element.
pugi::xml_node event_root(const XmlTree& tree) {
  const pugi::xml_node root = child(*tree, kRootName);
  return root ? root : *tree;
}

bool is_true(std::string_view text) { return text == "1" || equal_ignoring_case(text, "true"); }

std::string hikvision_device_id(const pugi::xml_node& root) {
  if (const auto uuid = child_text(root, "deviceUUID"); !uuid.empty()) return bounded_text(uuid);
  std::string id = to_lower(bounded_text(child_text(root, "macAddress")));
  for (const std::string_view name : {"deviceID", "ipAddress"}) {
    if (id.empty()) id = bounded_text(child_text(root, name));
  }
  const std::string_view channel = child_text(root, "channelID");
  if (!id.empty() && !channel.empty()) id += "-" + bounded_text(channel);
  return id;
}

std::string passage_id(const pugi::xml_node& root) {
  const std::string_view uuid = child_text(root, "UUID");
  return uuid.size() < kUuidBytesMin ? std::string{} : bounded_text(uuid);
}

// All picture ids in one short digest: a passage can have several messages with other pictures.
std::string picture_ids(const pugi::xml_node& anpr) {
  std::string ids;
  visit_elements(anpr, [&ids](const pugi::xml_node& node) {
    if (equal_ignoring_case(local_name(node), "pId")) ids += std::string(node.text().get()) + "\n";
  });
  return ids.empty() ? std::string{} : to_hex(sha256(ids)).substr(0, 16);
}

std::string plate_of(const pugi::xml_node& anpr) {
  for (const std::string_view name :
       {"licensePlate", "plateNumber", "plate", "originalLicensePlate"}) {
    if (std::string plate = plate_text(child_text(anpr, name)); !plate.empty()) return plate;
  }
  return {};
}

// What tells a message of old firmware apart; a digest, since the plate is part of it.
std::string digest_of_event(const pugi::xml_node& root, const pugi::xml_node& anpr) {
  if (child_text(root, "dateTime").empty()) return {};
  std::string key;
  for (const std::string_view name : {"channelID", "dateTime"}) {
    key += std::string(child_text(root, name)) + "\n";
  }
  return to_hex(sha256(key + plate_of(anpr))).substr(0, 32);
}

// Of the message: the passage, its pictures and its stage.
std::string event_id(const pugi::xml_node& root, const pugi::xml_node& anpr) {
  const std::string passage = passage_id(root);
  if (passage.empty()) return digest_of_event(root, anpr);
  const std::string pictures = picture_ids(anpr);
  const bool has_more = is_true(child_text(anpr, "hasMoreData"));
  return passage + (pictures.empty() ? "" : "." + pictures) + (has_more ? ".first" : "");
}

// Device, channel and clock are what a status says, too.
Decoded status_event(const pugi::xml_node& root, std::string_view type) {
  Decoded decoded = status_of(type);
  decoded.facts.device_id = hikvision_device_id(root);
  if (const auto time = parse_time(child_text(root, "dateTime"))) decoded.facts.captured_at = *time;
  return decoded;
}

std::string country_of(std::string_view text) {
  if (const auto number = parse_integer(text)) return std::string(hikvision_country(*number));
  return country_from_text(text);
}

std::string plate_country(const pugi::xml_node& root, const pugi::xml_node& anpr) {
  for (const std::string_view name : {"ISO-CR", "CRIndex", "country"}) {
    if (std::string country = country_of(child_text(anpr, name)); !country.empty()) return country;
  }
  return country_from_text(child_text(root, "countryAbbreviation"));
}

std::vector<double> glyph_confidences(std::string_view list) {
  std::vector<double> confidences;
  while (!list.empty() && confidences.size() < kPlateGlyphsMax) {
    const std::size_t comma = std::min(list.find(','), list.size());
    const auto confidence = from_percent(parse_number(list.substr(0, comma)));
    if (!confidence) return {};
    confidences.push_back(*confidence);
    list.remove_prefix(std::min(comma + 1, list.size()));
  }
  return confidences;
}

Direction direction_of(const pugi::xml_node& anpr) {
  const std::string_view direction = child_text(anpr, "direction");
  if (equal_ignoring_case(direction, "forward")) return Direction::kApproaching;
  if (equal_ignoring_case(direction, "reverse")) return Direction::kReceding;
  const std::string_view gate = child_text(child(anpr, "EntranceInfo"), "direction");
  if (equal_ignoring_case(gate, "enter")) return Direction::kIn;
  if (equal_ignoring_case(gate, "leave")) return Direction::kOut;
  return Direction::kUnknown;
}

// Some recorders forward events without a time: a live one was captured as it arrived.
Result<UtcTime> hikvision_capture_time(const pugi::xml_node& root, bool is_late,
                                       UtcTime received_at) {
  std::string_view text = child_text(root, "dateTime");
  if (text.empty()) text = first_picture_time(root);
  if (!text.empty()) return plausible_time(TRY(parse_time(text)), received_at);
  if (!is_late) return received_at;
  return fail(ErrorCode::kBadInput, "the event is sent late and has no dateTime");
}

Result<ReadFacts> hikvision_facts(const pugi::xml_node& root, UtcTime received_at) {
  const pugi::xml_node anpr = child(root, "ANPR");
  const pugi::xml_node vehicle = child(anpr, "vehicleInfo");
  ReadFacts facts;
  facts.is_late =
      is_true(child_text(root, "isDataRetransmission")) || child_text(anpr, "alarmDataType") == "1";
  facts.captured_at = TRY(hikvision_capture_time(root, facts.is_late, received_at));
  facts.device_id = hikvision_device_id(root);
  facts.passage_id = passage_id(root);
  facts.event_id = event_id(root, anpr);
  facts.plate_raw = plate_of(anpr);
  facts.country = plate_country(root, anpr);
  facts.confidence = from_percent(parse_number(child_text(anpr, "confidenceLevel")));
  facts.glyph_confidences = glyph_confidences(child_text(anpr, "plateCharBelieve"));
  facts.plate_box = plate_box_of(anpr);
  facts.vehicle.colour = bounded_word(child_text(vehicle, "color"));
  facts.vehicle.vehicle_class = bounded_word(child_text(anpr, "vehicleType"));
  facts.direction = direction_of(anpr);
  facts.lane = plausible_lane(parse_integer(child_text(anpr, "line")));
  facts.speed_kmh = plausible_speed(parse_number(child_text(vehicle, "speed")));
  facts.is_final = !is_true(child_text(anpr, "hasMoreData"));
  return facts;
}

}  // namespace

bool recognises_hikvision(const Parts& parts) {
  if (parts.form == Form::kJson) return parts.has_key("eventType") || parts.has_key(kRootName);
  if (parts.form != Form::kXml) return false;
  std::string head(parts.xml_head);
  std::erase(head, '\0');  // UTF-16
  return contains(head, kRootName);
}

Result<Batch> decode_hikvision(const Parts& parts) {
  const XmlTree tree =
      TRY(parts.form == Form::kJson ? parse_json_as_xml(parts.event) : parse_xml(parts.event));
  const pugi::xml_node root = event_root(tree);
  const std::string_view type = child_text(root, "eventType");
  const bool has_anpr = !child(root, "ANPR").empty();
  if (!type.empty() && !equal_ignoring_case(type, "ANPR"))
    return batch_of(status_event(root, type));
  if (!has_anpr) return fail(ErrorCode::kBadInput, "the event has no ANPR element");
  Decoded read;
  read.facts = TRY(hikvision_facts(root, parts.received_at));
  read.pictures = event_pictures(root, parts);
  return batch_of(std::move(read));
}

Answer acknowledge_hikvision(const Receipt&) { return {}; }

}  // namespace bas::cameras
