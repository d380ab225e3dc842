#include "api/read_views.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "api/json_members.h"
#include "api/views.h"

namespace bas::api {

Json place_json(const flow::ProvinceView& view, const Id& camera_id) {
  const Camera* camera = view.camera(camera_id);
  if (camera == nullptr) return {{"id", to_string(camera_id)}};
  Json out = {{"id", to_string(camera->id)},
              {"name", camera->name},
              {"zone", zone_name_json(view, camera->zone)}};
  if (const Site* site = view.site(camera->site)) {
    out["site"] = {{"id", to_string(site->id)},          {"name", site->name},
                   {"latitude", site->latitude},         {"longitude", site->longitude},
                   {"municipality", site->municipality}, {"road", site->road}};
  }
  put(out, "heading_deg", camera->heading_deg);
  return out;
}

Json pictures_json(const Read& read, const PictureAddress& at) {
  Json out = Json::array();
  for (std::size_t i = 0; i < read.pictures.size(); ++i) {
    out.push_back({{"role", name_of(read.pictures[i].role)},
                   {"url", fmt::format("{}/pictures/{}{}", at.address, i, at.query)},
                   {"bytes", read.pictures[i].bytes}});
  }
  return out;
}

void put_facts(Json& out, const ReadFacts& facts) {
  put(out, "confidence", facts.confidence);
  if (!facts.glyph_confidences.empty()) out["glyph_confidences"] = facts.glyph_confidences;
  put(out, "vehicle", vehicle_json(facts.vehicle));
  out["direction"] = name_of(facts.direction);
  put(out, "lane", facts.lane);
  put(out, "speed_kmh", facts.speed_kmh);
}

namespace {

Json read_json_at(const flow::ProvinceView& view, const Read& read, const PictureAddress& at) {
  Json out = {{"id", to_string(read.id)},
              {"camera", place_json(view, read.camera)},
              {"captured_at", format_rfc3339(read.facts.captured_at)},
              {"received_at", format_rfc3339(read.received_at)},
              {"plate", read.plate},
              {"plate_raw", read.facts.plate_raw}};
  put(out, "country", read.facts.country);
  put_facts(out, read.facts);
  out["late"] = read.facts.is_late;
  out["protocol"] = read.facts.protocol;
  put(out, "device_id", read.facts.device_id);
  out["pictures"] = pictures_json(read, at);
  return out;
}

}  // namespace

Json read_json(const flow::ProvinceView& view, const Read& read, const Id& purpose) {
  return read_json_at(
      view, read,
      {fmt::format("/api/v1/reads/{}", to_string(read.id)), "?for=" + to_string(purpose)});
}

Json held_read_json(const flow::ProvinceView& view, const Read& read, const HeldFor& held) {
  return read_json_at(
      view, read,
      {fmt::format("/api/v1/holds/{}", to_string(held.hold)) + "/reads/" + to_string(read.id),
       "?for=" + to_string(held.purpose)});
}

}  // namespace bas::api
