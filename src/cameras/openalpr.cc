#include "cameras/openalpr.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "cameras/facts.h"
#include "cameras/json_document.h"
#include "cameras/text.h"
#include "cameras/time_text.h"
#include "model/country.h"

namespace bas::cameras {

namespace {

constexpr std::size_t kCornersMax = 4;

constexpr std::array<std::string_view, 13> kCanadianProvinces{
    "ab", "bc", "mb", "nb", "nl", "ns", "nt", "nu", "on", "pe", "qc", "sk", "yt"};

std::string openalpr_device_id(const JsonObject& message) {
  const std::string agent = bounded_text(text_at(message, "agent_uid"));
  const std::string camera = bounded_text(text_at(message, "camera_id"));
  return agent + (agent.empty() || camera.empty() ? "" : "-") + camera;
}

Result<UtcTime> openalpr_capture_time(const JsonObject& group, UtcTime received_at) {
  for (const std::string_view key : {"epoch_start", "best_uuid_epoch_ms", "epoch_time"}) {
    const std::string text = text_at(group, key);
    if (!text.empty()) return plausible_time(TRY(parse_time(text)), received_at);
  }
  return fail(ErrorCode::kBadInput, "the group has no epoch_start");
}

// `us-mo` and `eu-be` name their area; a bare region is a state, or a country, of the area that
// the recogniser was set up for.
std::string country_of(std::string_view region, std::string_view area) {
  if (const std::size_t hyphen = region.find('-'); hyphen != std::string_view::npos) {
    area = region.substr(0, hyphen);
    region.remove_prefix(hyphen + 1);
  }
  if (region.empty()) return {};
  if (equal_ignoring_case(area, "eu")) return country_from_text(region);
  const std::string state = to_lower(region);
  const bool is_canadian = std::find(kCanadianProvinces.begin(), kCanadianProvinces.end(), state) !=
                           kCanadianProvinces.end();
  if (equal_ignoring_case(area, "us") && is_canadian) return "CA";
  return area.empty() ? country_from_text(region) : country_from_text(area);
}

// The box around the four corners, in fractions of the frame.
std::optional<PlateBox> box_around(const std::vector<JsonObject>& corners, double width,
                                   double height) {
  double left = width;
  double top = height;
  double right = 0;
  double bottom = 0;
  for (const JsonObject& point : corners) {
    const auto x = number_at(point, "x");
    const auto y = number_at(point, "y");
    if (!x || !y) return std::nullopt;
    left = std::min(left, *x);
    top = std::min(top, *y);
    right = std::max(right, *x);
    bottom = std::max(bottom, *y);
  }
  return plausible_box(
      {left / width, top / height, (right - left) / width, (bottom - top) / height});
}

std::optional<PlateBox> plate_box_of(const JsonObject& group) {
  const auto plate = object_at(group, "best_plate");
  const auto width = number_at(group, "best_image_width");
  const auto height = number_at(group, "best_image_height");
  if (!plate || !width || !height || !(*width > 0) || !(*height > 0)) return std::nullopt;
  return box_around(objects_at(*plate, "coordinates", kCornersMax), *width, *height);
}

// Adds what else was read, each text once.
void add_candidates(ReadFacts& facts, const JsonObject& source) {
  for (const JsonObject& candidate : objects_at(source, "candidates", kCandidatesMax)) {
    std::string plate = plate_text(text_at(candidate, "plate"));
    const auto confidence = from_percent(number_at(candidate, "confidence"));
    const bool is_known =
        std::any_of(facts.candidates.begin(), facts.candidates.end(),
                    [&plate](const Candidate& known) { return known.plate_raw == plate; });
    const bool is_new = !plate.empty() && plate != facts.plate_raw && !is_known;
    if (is_new && confidence && facts.candidates.size() < kCandidatesMax) {
      facts.candidates.push_back({std::move(plate), *confidence});
    }
  }
}

// The first name of a list of {name, confidence}, which is the best.
std::string best_name(const JsonObject& vehicle, std::string_view key) {
  const auto names = objects_at(vehicle, key, 1);
  return names.empty() ? std::string{} : bounded_word(text_at(names.front(), "name"));
}

Vehicle openalpr_vehicle(const JsonObject& group) {
  Vehicle vehicle;
  const auto seen = object_at(group, "vehicle");
  if (!seen) return vehicle;
  vehicle.make = best_name(*seen, "make");
  vehicle.model = best_name(*seen, "make_model");
  const std::string prefix = vehicle.make + "_";
  if (vehicle.model.starts_with(prefix)) vehicle.model.erase(0, prefix.size());
  vehicle.colour = best_name(*seen, "color");
  vehicle.vehicle_class = best_name(*seen, "body_type");
  return vehicle;
}

Result<ReadFacts> openalpr_facts(const JsonObject& group, UtcTime received_at) {
  ReadFacts facts;
  facts.captured_at = TRY(openalpr_capture_time(group, received_at));
  facts.device_id = openalpr_device_id(group);
  facts.event_id = bounded_text(text_at(group, "best_uuid"));
  facts.passage_id = facts.event_id;
  facts.plate_raw = plate_text(text_at(group, "best_plate_number"));
  facts.country = country_of(text_at(group, "best_region"), text_at(group, "country"));
  facts.confidence = from_percent(number_at(group, "best_confidence"));
  add_candidates(facts, group);
  if (const auto plate = object_at(group, "best_plate")) add_candidates(facts, *plate);
  facts.plate_box = plate_box_of(group);
  facts.vehicle = openalpr_vehicle(group);
  if (is_true_at(group, "is_preview")) {
    facts.is_final = false;
    facts.event_id += ".preview";
  }
  return facts;
}

std::vector<Picture> group_pictures(const JsonObject& group) {
  std::vector<Picture> pictures;
  if (const auto plate = object_at(group, "best_plate")) {
    add_base64_picture(pictures, PictureRole::kPlate, view_at(*plate, "plate_crop_jpeg"));
  }
  add_base64_picture(pictures, PictureRole::kVehicle, view_at(group, "vehicle_crop_jpeg"));
  add_base64_picture(pictures, PictureRole::kOverview, view_at(group, "overview_jpeg"));
  return pictures;
}

Result<Batch> decode_group(const JsonObject& group, UtcTime received_at) {
  Decoded read;
  read.facts = TRY(openalpr_facts(group, received_at));
  read.pictures = group_pictures(group);
  return batch_of(std::move(read));
}

// Who and when, and nothing else: a heartbeat holds a licence key and camera passwords.
Decoded status_message(const JsonObject& message, std::string_view status) {
  Decoded decoded = status_of(status);
  decoded.facts.device_id = openalpr_device_id(message);
  for (const std::string_view key : {"timestamp", "epoch_time"}) {
    const auto time = parse_time(text_at(message, key));
    if (time) decoded.facts.captured_at = *time;
  }
  return decoded;
}

}  // namespace

bool recognises_openalpr(const Parts& parts) {
  return parts.has_key("data_type") || parts.has_key("group") ||
         (parts.has_key("epoch_start") && parts.has_key("agent_uid"));
}

Result<Batch> decode_openalpr(const Parts& parts) {
  const JsonDocument document = TRY(JsonDocument::parse(parts.event));
  const JsonObject message = TRY(document.object());
  if (const auto group = object_at(message, "group")) {
    return decode_group(*group, parts.received_at);
  }
  const std::string type = text_at(message, "data_type");
  const bool is_group = type.empty() || type == "alpr_group" || type == "vehicle";
  if (is_group) return decode_group(message, parts.received_at);
  // One message a frame, dozens a vehicle: the group that follows is the read.
  return batch_of(status_message(message, type == "alpr_results" ? "frame" : type));
}

Answer acknowledge_openalpr(const Receipt&) { return {}; }

}  // namespace bas::cameras
