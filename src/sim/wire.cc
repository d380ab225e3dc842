#include "sim/wire.h"

#include <fmt/compile.h>
#include <fmt/format.h>

#include <iterator>

#include "sim/wire_formats.h"

namespace bas::sim {

std::string message_id(const ProvincePlan& plan, const Passage& passage) {
  const PlannedCamera& camera = plan.cameras[static_cast<std::size_t>(passage.camera)];
  switch (camera.protocol) {
    case Protocol::kHikvision: return hikvision_uuid(camera, passage);
    case Protocol::kAxis: return fmt::format("{}", passage.number);
    case Protocol::kOpenalpr: return openalpr_uuid(camera, passage);
    case Protocol::kBas: return bas_event_id(camera, passage);
  }
  return {};
}

WireMessage encode(const ProvincePlan& plan, const Passage& passage, const PictureSet& pictures) {
  const PlannedCamera& camera = plan.cameras[static_cast<std::size_t>(passage.camera)];
  switch (camera.protocol) {
    case Protocol::kHikvision: return encode_hikvision(plan, passage, pictures);
    case Protocol::kAxis: return encode_axis(plan, passage, pictures);
    case Protocol::kOpenalpr: return encode_openalpr(plan, passage, pictures);
    case Protocol::kBas: return encode_bas(plan, passage, pictures);
  }
  return {};
}

void BasBatch::add(const ProvincePlan& plan, const Passage& passage) {
  append_bas(body_, plan, passage);
  body_ += "}\n";
  ++reads_;
}

WireMessage BasBatch::take() {
  WireMessage message{"application/x-ndjson", std::move(body_)};
  body_ = {};
  body_.reserve(message.body.size() + message.body.size() / 8);
  reads_ = 0;
  return message;
}

std::string truth_line(const ProvincePlan& plan, const Passage& passage) {
  const PlannedCamera& camera = plan.cameras[static_cast<std::size_t>(passage.camera)];
  return fmt::format(
      FMT_COMPILE(R"({{"number":{},"at":"{}","camera":"{}","device_id":"{}","protocol":"{}",)"
                  R"("message_id":"{}","true_plate":"{}","country":"{}","read_plate":"{}",)"
                  R"("misread":"{}","kind":"{}","vehicle_id":{},"speed_kmh":{}}})"
                  "\n"),
      passage.number, format_rfc3339(passage.at), camera.name, camera.device_id,
      name_of(camera.protocol), message_id(plan, passage), passage.true_plate, passage.country,
      passage.read_plate, name_of(passage.misread), name_of(passage.kind), passage.vehicle_id,
      passage.speed_kmh);
}

}  // namespace bas::sim
