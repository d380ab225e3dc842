#include <fmt/compile.h>
#include <fmt/format.h>

#include <cmath>
#include <iterator>

#include "base/encode.h"
#include "sim/wire_formats.h"

namespace bas::sim {
namespace {

void append_confidences(std::string& out, const Passage& passage) {
  out += R"(,"glyph_confidences":[)";
  for (std::size_t i = 0; i < passage.read_plate.size(); ++i) {
    const int thousandths = static_cast<int>(std::lround(passage.glyph_confidences[i] * 1000));
    fmt::format_to(std::back_inserter(out), FMT_COMPILE("{}0.{:03}"), i == 0 ? "" : ",",
                   std::min(thousandths, 999));
  }
  out += ']';
}

void append_image(std::string& out, std::string_view role, std::string_view jpeg) {
  out += R"({"role":")";
  out += role;
  out += R"(","base64":")";
  out += to_base64(jpeg);
  out += R"("})";
}

}  // namespace

std::string bas_event_id(const PlannedCamera& camera, const Passage& passage) {
  return fmt::format("{}-{}-{}", camera.device_id, passage.at.time_since_epoch().count(),
                     passage.number);
}

void append_bas(std::string& out, const ProvincePlan& plan, const Passage& passage) {
  const PlannedCamera& camera = plan.cameras[static_cast<std::size_t>(passage.camera)];
  fmt::format_to(
      std::back_inserter(out),
      FMT_COMPILE(R"({{"device_id":"{}","event_id":"{}","captured_at":"{}","plate":"{}",)"
                  R"("country":"{}","confidence":0.{:03},"lane":{},"speed_kmh":{:.1f},)"
                  R"("direction":"{}","vehicle":{{"make":"{}","model":"{}","colour":"{}",)"
                  R"("class":"{}"}})"),
      camera.device_id, bas_event_id(camera, passage), format_rfc3339(passage.at),
      passage.read_plate, passage.country,
      std::min(999, static_cast<int>(std::lround(passage.confidence * 1000))), passage.lane,
      passage.speed_kmh, camera.sees_front ? "approaching" : "receding", passage.vehicle.make,
      passage.vehicle.model, passage.vehicle.colour, name_of(passage.vehicle.vehicle_class));
  append_confidences(out, passage);
}

WireMessage encode_bas(const ProvincePlan& plan, const Passage& passage,
                       const PictureSet& pictures) {
  WireMessage message{"application/json", {}};
  std::string& out = message.body;
  out.reserve(600 + (pictures.plate.size() + pictures.overview.size()) * 4 / 3);
  append_bas(out, plan, passage);
  if (!pictures.overview.empty()) {
    const PixelBox box = plate_box_of(plan, passage);
    fmt::format_to(std::back_inserter(out),
                   R"(,"plate_box":{{"x":{:.4f},"y":{:.4f},"width":{:.4f},"height":{:.4f}}})",
                   box.x * 1.0 / kOverviewWidth, box.y * 1.0 / kOverviewHeight,
                   box.width * 1.0 / kOverviewWidth, box.height * 1.0 / kOverviewHeight);
    out += R"(,"images":[)";
    append_image(out, "plate", pictures.plate);
    out += ',';
    append_image(out, "overview", pictures.overview);
    out += ']';
  }
  out += '}';
  return message;
}

}  // namespace bas::sim
