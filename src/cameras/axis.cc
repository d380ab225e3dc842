#include "cameras/axis.h"

#include <fmt/format.h>

#include <algorithm>

#include "cameras/facts.h"
#include "cameras/json_document.h"
#include "cameras/text.h"
#include "cameras/time_text.h"
#include "model/country.h"

namespace bas::cameras {

namespace {

// A vehicle is in sight for seconds, while a program that restarts counts vehicles from 1 again:
// messages of one number belong together only when they lie in one such stretch of time.
constexpr std::chrono::minutes kPassageStretch{10};

// The factory's name, shared by many cameras.
constexpr std::string_view kFactoryName = "defaultID";

bool is_heartbeat(const Parts& parts) {
  return parts.has_key("ALPV") || parts.has_key("identify") ||
         (parts.has_key("system") && parts.has_key("services"));
}

// A serial number is the MAC address without colons, so both become that.
std::string from_mac(std::string_view mac) {
  std::string id = bounded_text(mac);
  std::erase(id, ':');
  for (char& c : id) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  }
  return id;
}

std::string axis_device_id(const JsonObject& event) {
  std::string id;
  if (const auto camera = object_at(event, "camera_info")) {
    id = bounded_text(text_at(*camera, "SerialNumber"));
    if (id.empty()) id = from_mac(text_at(*camera, "MACAddress"));
  }
  if (id.empty()) id = bounded_text(text_at(event, "sensorProviderID"));
  return id == kFactoryName ? std::string{} : id;
}

Result<UtcTime> axis_capture_time(const JsonObject& event, UtcTime received_at) {
  for (const std::string_view key : {"capture_timestamp", "capture_ts", "datetime", "Datetime"}) {
    const std::string text = text_at(event, key);
    if (!text.empty()) return plausible_time(TRY(parse_time(text)), received_at);
  }
  return fail(ErrorCode::kBadInput, "the event has no capture_timestamp");
}

std::string passage_id(std::string_view car_id, UtcTime captured_at) {
  if (car_id.empty()) return {};
  return fmt::format("{}-{}", car_id, captured_at.time_since_epoch() / kPassageStretch);
}

// The counter of messages starts again with the program, so the moment belongs to the key.
std::string event_id(const JsonObject& event, const ReadFacts& facts) {
  const auto captured_ms = facts.captured_at.time_since_epoch().count();
  const std::string counter = bounded_text(text_at(event, "packetCounter"));
  if (!counter.empty()) return bounded_text(fmt::format("{}-{}", counter, captured_ms));
  const std::string car_id = text_at(event, "carID");
  if (car_id.empty()) return {};
  return bounded_text(fmt::format("{}-{}-{}", car_id, captured_ms, text_at(event, "carState")));
}

std::string plate_of(const JsonObject& event) {
  for (const std::string_view key : {"plateUTF8", "plateUnicode", "plateText", "plateASCII"}) {
    if (std::string plate = plate_text(text_at(event, key)); !plate.empty()) return plate;
  }
  return {};
}

Vehicle axis_vehicle(const JsonObject& event) {
  Vehicle vehicle;
  const auto seen = object_at(event, "vehicle_info");
  if (!seen) return vehicle;
  vehicle.make = bounded_word(text_at(*seen, "brand"));
  vehicle.model = bounded_word(text_at(*seen, "model"));
  vehicle.colour = bounded_word(text_at(*seen, "color"));
  vehicle.vehicle_class = bounded_word(text_at(*seen, "type"));
  return vehicle;
}

Direction direction_of(std::string_view text) {
  if (equal_ignoring_case(text, "in")) return Direction::kIn;
  if (equal_ignoring_case(text, "out")) return Direction::kOut;
  return Direction::kUnknown;
}

bool is_final_state(std::string_view state) {
  return !equal_ignoring_case(state, "new") && !starts_with_ignoring_case(state, "update");
}

Result<ReadFacts> axis_facts(const JsonObject& event, UtcTime received_at) {
  ReadFacts facts;
  facts.captured_at = TRY(axis_capture_time(event, received_at));
  facts.device_id = axis_device_id(event);
  facts.event_id = event_id(event, facts);
  facts.passage_id = passage_id(bounded_text(text_at(event, "carID")), facts.captured_at);
  facts.plate_raw = plate_of(event);
  facts.country = country_from_text(text_at(event, "plateCountry"));
  facts.confidence = from_fraction_or_percent(number_at(event, "plateConfidence"));
  facts.vehicle = axis_vehicle(event);
  facts.direction = direction_of(text_at(event, "carMoveDirection"));
  facts.lane = plausible_lane(parse_integer(text_at(event, "roiID")));
  facts.is_final = is_final_state(text_at(event, "carState"));
  return facts;
}

PictureRole role_from_type(std::string_view image_type) {
  if (equal_ignoring_case(image_type, "plate")) return PictureRole::kPlate;
  if (equal_ignoring_case(image_type, "vehicle")) return PictureRole::kVehicle;
  if (equal_ignoring_case(image_type, "mmrcrop")) return PictureRole::kVehicle;
  if (equal_ignoring_case(image_type, "frame")) return PictureRole::kOverview;
  return PictureRole::kOther;
}

// The first picture part shows what `imageType` says; what a second one shows is not said.
std::vector<Picture> event_pictures(const JsonObject& event, const Parts& parts) {
  std::vector<Picture> pictures;
  for (const Part* const part : pictures_of(parts)) {
    const std::string type = pictures.empty() ? text_at(event, "imageType") : std::string{};
    add_picture(pictures, role_from_type(type), std::string(part->body));
  }
  for (const std::string_view key : {"ImageArray", "imageArray"}) {
    for (const JsonObject& image : objects_at(event, key, kPicturesMax)) {
      add_base64_picture(pictures, role_from_type(text_at(image, "ImageType")),
                         view_at(image, "BinaryImage"));
    }
  }
  return pictures;
}

// Printed with single quotes in the maker's document, which is no JSON.
Result<JsonDocument> parse_heartbeat(std::string_view text) {
  if (auto document = JsonDocument::parse(text)) return document;
  std::string quoted(text);
  std::replace(quoted.begin(), quoted.end(), '\'', '"');
  return JsonDocument::parse(quoted);
}

Result<Batch> decode_heartbeat(const Parts& parts) {
  const JsonDocument document = TRY(parse_heartbeat(parts.event));
  const JsonObject message = TRY(document.object());
  Decoded decoded = status_of("heartbeat");
  if (const auto device = object_at(message, "identify")) {
    decoded.facts.device_id = from_mac(text_at(*device, "macAddress"));
  }
  if (const auto system = object_at(message, "system")) {
    const auto time = parse_time(text_at(*system, "timestamp"));
    if (time) decoded.facts.captured_at = *time;
  }
  return batch_of(std::move(decoded));
}

}  // namespace

bool recognises_axis(const Parts& parts) {
  return parts.has_key("carState") || parts.has_key("packetCounter") ||
         parts.has_key("plateUTF8") || parts.has_key("plateUnicode") || is_heartbeat(parts);
}

Result<Batch> decode_axis(const Parts& parts) {
  if (is_heartbeat(parts)) return decode_heartbeat(parts);
  const JsonDocument document = TRY(JsonDocument::parse(parts.event));
  const JsonObject event = TRY(document.object());
  Decoded read;
  read.facts = TRY(axis_facts(event, parts.received_at));
  read.pictures = event_pictures(event, parts);
  return batch_of(std::move(read));
}

Answer acknowledge_axis(const Receipt&) { return {}; }

}  // namespace bas::cameras
