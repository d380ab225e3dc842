#include <fmt/format.h>

#include <algorithm>
#include <string_view>

#include "base/encode.h"
#include "sim/wire_formats.h"

namespace bas::sim {
namespace {

constexpr std::string_view kAxisBoundary = "----SimFormBoundary7MA4YWxkTrZu0gW";

std::string_view alpha3(std::string_view country) {
  struct Row {
    std::string_view alpha2;
    std::string_view alpha3;
  };
  constexpr Row kRows[] = {{"BE", "BEL"}, {"NL", "NLD"}, {"DE", "DEU"}, {"FR", "FRA"},
                           {"PL", "POL"}, {"RO", "ROU"}, {"LU", "LUX"}, {"GB", "GBR"},
                           {"LT", "LTU"}, {"BG", "BGR"}};
  for (const Row& row : kRows)
    if (row.alpha2 == country) return row.alpha3;
  return "XX";
}

std::string upper(std::string_view text) {
  std::string out(text);
  std::ranges::transform(out, out.begin(), [](char c) {
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  });
  return out;
}

std::string_view axis_class(VehicleClass vehicle_class) {
  switch (vehicle_class) {
    case VehicleClass::kCar: return "CAR";
    case VehicleClass::kSuv: return "SUV";
    case VehicleClass::kVan: return "VAN";
    case VehicleClass::kTruck: return "TRUCK";
  }
  return "CAR";
}

std::string vehicle_json(const PlannedCamera& camera, const Passage& passage) {
  const std::string colour =
      passage.vehicle.colour == "grey" ? "GRAY" : upper(passage.vehicle.colour);
  return fmt::format(
      R"("vehicle_info":{{"type":"{}","view":"{}","color":"{}","brand":"{}","model":"{}",)"
      R"("confidenceMMR":"0.91","confidenceColor":"0.83"}})",
      axis_class(passage.vehicle.vehicle_class), camera.sees_front ? "front" : "rear", colour,
      passage.vehicle.make, passage.vehicle.model);
}

std::string camera_json(const ProvincePlan& plan, const PlannedCamera& camera) {
  const PlannedSite& site = plan.sites[static_cast<std::size_t>(camera.site)];
  return fmt::format(
      R"("sensorProviderID":"{0}","GEOtarget":"{1}","geotag":{{"lat":{2:.5f},"lon":{3:.5f}}},)"
      R"("camera_info":{{"SerialNumber":"{0}","ProdShortName":"AXIS Q1700-LE",)"
      R"("MACAddress":"{0}","IPAddress":""}})",
      camera.device_id, camera.name, site.place.latitude, site.place.longitude);
}

std::string event_json(const ProvincePlan& plan, const Passage& passage) {
  const PlannedCamera& camera = plan.cameras[static_cast<std::size_t>(passage.camera)];
  const auto at_ms = passage.at.time_since_epoch().count();
  const PixelBox box = plate_box_of(plan, passage);
  return fmt::format(
      R"({{"packetCounter":"{0}","capture_timestamp":"{1}","capture_ts":"{1}000000",)"
      R"("frame_timestamp":"0","plateText":"{2}","plateUTF8":"{2}","plateASCII":"{2}",)"
      R"("plateUnicode":"{2}","plateCountry":"{3}","plateRegion":"","plateConfidence":"{4:.6f}",)"
      R"("carState":"lost","carMoveDirection":"{5}","carID":"{0}","roiID":"{6}",)"
      R"("plateCoordinates":[{7},{8},{9},{10}],"imageType":"frame","plateImageType":"jpeg",)"
      R"({11},{12}}})",
      passage.number, at_ms, passage.read_plate, alpha3(passage.country), passage.confidence,
      camera.sees_front ? "in" : "out", passage.lane, box.x, box.y, box.width, box.height,
      vehicle_json(camera, passage), camera_json(plan, camera));
}

}  // namespace

WireMessage encode_axis(const ProvincePlan& plan, const Passage& passage,
                        const PictureSet& pictures) {
  std::string event = event_json(plan, passage);
  if (pictures.overview.empty()) return {"application/json", std::move(event)};
  // Every other installation sends the pictures inside the event.
  if (passage.camera % 2 == 0) {
    event.pop_back();
    event += fmt::format(
        R"(,"ImageArray":[{{"ImageType":"plate","ImageFormat":"jpg","BinaryImage":"{}"}},)"
        R"({{"ImageType":"frame","ImageFormat":"jpg","BinaryImage":"{}"}}]}})",
        to_base64(pictures.plate), to_base64(pictures.overview));
    return {"application/json", std::move(event)};
  }
  WireMessage message{fmt::format("multipart/form-data; boundary={}", kAxisBoundary), {}};
  message.body.reserve(event.size() + pictures.overview.size() + 800);
  append_part(message.body, kAxisBoundary, {"event", "event.json", "application/json", event});
  append_part(message.body, kAxisBoundary, {"image", "image.jpg", "image/jpeg", pictures.overview});
  end_parts(message.body, kAxisBoundary);
  return message;
}

}  // namespace bas::sim
