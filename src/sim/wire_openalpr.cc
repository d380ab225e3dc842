#include <fmt/format.h>

#include <algorithm>
#include <string_view>

#include "base/encode.h"
#include "sim/wire_formats.h"

namespace bas::sim {
namespace {

constexpr int kSightMs = 900;  // how long a vehicle is in sight

std::string lower(std::string_view text) {
  std::string out(text);
  std::ranges::transform(out, out.begin(), [](char c) {
    if (c >= 'A' && c <= 'Z') return static_cast<char>(c - 'A' + 'a');
    return c == ' ' ? '-' : c;
  });
  return out;
}

std::string_view body_word(VehicleClass vehicle_class) {
  switch (vehicle_class) {
    case VehicleClass::kCar: return "sedan-compact";
    case VehicleClass::kSuv: return "suv-standard";
    case VehicleClass::kVan: return "van-full";
    case VehicleClass::kTruck: return "tractor-trailer";
  }
  return "missing";
}

std::string corners(const PixelBox& box) {
  return fmt::format(
      R"([{{"x":{0},"y":{1}}},{{"x":{2},"y":{1}}},{{"x":{2},"y":{3}}},{{"x":{0},"y":{3}}}])", box.x,
      box.y, box.x + box.width, box.y + box.height);
}

// What the camera considered, the best first.
std::string candidates(const Passage& passage) {
  return fmt::format(R"([{{"plate":"{}","confidence":{:.4f},"matches_template":1}}])",
                     passage.read_plate, passage.confidence * 100);
}

std::string best_plate(const ProvincePlan& plan, const Passage& passage,
                       const PictureSet& pictures) {
  const std::string crop =
      pictures.plate.empty() ? std::string{}
                             : fmt::format(R"(,"plate_crop_jpeg":"{}")", to_base64(pictures.plate));
  return fmt::format(
      R"("best_plate":{{"plate":"{}","confidence":{:.4f},"matches_template":1,"plate_index":0,)"
      R"("region":"eu-{}","region_confidence":97,"processing_time_ms":14.2,"requested_topn":10,)"
      R"("coordinates":{},"vehicle_detected":true,"candidates":{}{}}})",
      passage.read_plate, passage.confidence * 100, lower(passage.country),
      corners(plate_box_of(plan, passage)), candidates(passage), crop);
}

std::string vehicle(const Passage& passage) {
  const std::string make = lower(passage.vehicle.make);
  return fmt::format(R"("vehicle":{{"color":[{{"name":"{}","confidence":88.1}}],)"
                     R"("make":[{{"name":"{}","confidence":83.5}}],)"
                     R"("make_model":[{{"name":"{}_{}","confidence":71.9}}],)"
                     R"("body_type":[{{"name":"{}","confidence":90.2}}]}})",
                     passage.vehicle.colour, make, make, lower(passage.vehicle.model),
                     body_word(passage.vehicle.vehicle_class));
}

}  // namespace

std::string openalpr_uuid(const PlannedCamera& camera, const Passage& passage) {
  return fmt::format("{}-{}-{}-{}", camera.device_id, passage.camera + 1,
                     passage.at.time_since_epoch().count(), passage.number);
}

WireMessage encode_openalpr(const ProvincePlan& plan, const Passage& passage,
                            const PictureSet& pictures) {
  const PlannedCamera& camera = plan.cameras[static_cast<std::size_t>(passage.camera)];
  const PlannedSite& site = plan.sites[static_cast<std::size_t>(camera.site)];
  const auto at_ms = passage.at.time_since_epoch().count();
  const std::string uuid = openalpr_uuid(camera, passage);
  std::string body = fmt::format(
      R"({{"data_type":"alpr_group","version":3,"epoch_start":{},"epoch_end":{},)"
      R"("company_id":"simulated","agent_uid":"{}","agent_version":"4.1.0","agent_type":"alprd",)"
      R"("camera_id":{},"gps_latitude":{:.5f},"gps_longitude":{:.5f},"country":"eu",)"
      R"("uuids":["{}"],"best_uuid":"{}","best_plate_number":"{}","best_confidence":{:.4f},)"
      R"("best_region":"eu-{}","best_region_confidence":97,"matches_template":true,)"
      R"("candidates":{},"best_image_width":{},"best_image_height":{},"travel_direction":{:.1f},)"
      R"("is_parked":false,"is_preview":false,{},{})",
      at_ms, at_ms + kSightMs, camera.device_id, passage.camera + 1, site.place.latitude,
      site.place.longitude, uuid, uuid, passage.read_plate, passage.confidence * 100,
      lower(passage.country), candidates(passage), kOverviewWidth, kOverviewHeight,
      camera.sees_front ? 178.4 : 1.6, vehicle(passage), best_plate(plan, passage, pictures));
  if (!pictures.overview.empty())
    body += fmt::format(R"(,"overview_jpeg":"{}")", to_base64(pictures.overview));
  body += '}';
  return {"application/json", std::move(body)};
}

}  // namespace bas::sim
