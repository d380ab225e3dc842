#include "api/views.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "api/json_members.h"

namespace bas::api {

namespace {

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

// `address`: of which a picture is part; `query`: what follows its number.
struct PictureAddress {
  std::string address;
  std::string query;
};
Json pictures_json(const Read& read, const PictureAddress& at) {
  Json out = Json::array();
  for (std::size_t i = 0; i < read.pictures.size(); ++i) {
    out.push_back({{"role", name_of(read.pictures[i].role)},
                   {"url", fmt::format("{}/pictures/{}{}", at.address, i, at.query)},
                   {"bytes", read.pictures[i].bytes}});
  }
  return out;
}

// What the camera said beside the plate.
void put_facts(Json& out, const ReadFacts& facts) {
  put(out, "confidence", facts.confidence);
  if (!facts.glyph_confidences.empty()) out["glyph_confidences"] = facts.glyph_confidences;
  put(out, "vehicle", vehicle_json(facts.vehicle));
  out["direction"] = name_of(facts.direction);
  put(out, "lane", facts.lane);
  put(out, "speed_kmh", facts.speed_kmh);
}

Json verdict_json(const Verdict& verdict) {
  Json out = Json::object();
  if (verdict.reason != VerdictReason::kNone) out["reason"] = name_of(verdict.reason);
  if (!verdict.by.is_zero()) out["by"] = to_string(verdict.by);
  put(out, "at", verdict.at);
  if (verdict.check != RegisterCheck::kNone) out["register"] = name_of(verdict.check);
  put(out, "register_note", verdict.check_note);
  return out;
}

Json list_name_json(const flow::ProvinceView& view, const Hit& hit, const List* list) {
  if (list == nullptr) {
    return {{"id", to_string(hit.list)},
            {"name", ""},
            {"title", ""},
            {"category", hit.category},
            {"owner_zone", {{"code", ""}, {"name", ""}}}};
  }
  return {{"id", to_string(list->id)},
          {"name", list->name},
          {"title", list->title},
          {"category", list->category},
          {"owner_zone", zone_name_json(view, list->owner_zone)}};
}

}  // namespace

Json zone_json(const Zone& zone) {
  return {{"id", to_string(zone.id)}, {"code", zone.code}, {"name", zone.name}};
}

Json zone_name_json(const flow::ProvinceView& view, const Id& id) {
  const Zone* zone = view.zone(id);
  return {{"code", zone ? zone->code : ""}, {"name", zone ? zone->name : ""}};
}

Json site_json(const flow::ProvinceView& view, const Site& site) {
  return {{"id", to_string(site.id)},
          {"name", site.name},
          {"zone", zone_name_json(view, site.zone)},
          {"latitude", site.latitude},
          {"longitude", site.longitude},
          {"municipality", site.municipality},
          {"municipality_nis", site.municipality_nis},
          {"road", site.road}};
}

Json camera_json(const flow::ProvinceView& view, const Camera& camera,
                 const flow::CameraActivity& activity) {
  Json out = {{"id", to_string(camera.id)},
              {"name", camera.name},
              {"zone", zone_name_json(view, camera.zone)},
              {"lanes", camera.lanes},
              {"disabled", camera.is_disabled},
              {"legal_source", kLegalSourceNames.of(camera.source)},
              {"reads", activity.reads},
              {"quarantined", activity.quarantined}};
  if (const Site* site = view.site(camera.site)) out["site"] = site_json(view, *site);
  put(out, "heading_deg", camera.heading_deg);
  put(out, "last_read_at", activity.last_read_at);
  return out;
}

Json user_json(const flow::ProvinceView& view, const User& user) {
  Json out = {{"id", to_string(user.id)},   {"version", user.version},
              {"name", user.name},          {"display_name", user.display_name},
              {"role", name_of(user.role)}, {"language", user.language}};
  if (!user.zone.is_zero()) out["zone"] = zone_name_json(view, user.zone);
  if (user.role_until) out["role_until"] = format_rfc3339(*user.role_until);
  out["capacity"] = name_of(user.capacity);
  if (user.is_disabled) out["disabled"] = true;
  if (user.is_break_glass) out["break_glass"] = true;
  if (user.identity) {
    out["provider"] = {{"issuer", user.identity->issuer}, {"subject", user.identity->subject}};
  }
  if (user.trained_until) out["trained_until"] = format_rfc3339(*user.trained_until);
  return out;
}

Json quarantined_json(const QuarantinedMessage& message) {
  return {{"id", to_string(message.id)},
          {"camera", to_string(message.camera)},
          {"received_at", format_rfc3339(message.received_at)},
          {"state", message.state == QuarantineState::kWaiting ? "waiting" : "replayed"},
          {"reason", message.reason},
          {"content_type", message.content_type},
          {"bytes", message.bytes}};
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

Json hit_json(const flow::ProvinceView& view, const HitParts& parts) {
  const Hit& hit = parts.hit;
  Json out = {{"id", to_string(hit.id)},
              {"version", hit.version},
              {"incident", to_string(hit.incident)},
              {"read", to_string(hit.read)},
              {"entry", to_string(hit.entry)},
              {"list", list_name_json(view, hit, parts.list)},
              {"camera", place_json(view, hit.camera)},
              {"state", name_of(hit.state)},
              {"priority", hit.priority},
              {"late", hit.is_late},
              {"captured_at", format_rfc3339(hit.captured_at)},
              {"created_at", format_rfc3339(hit.created_at)},
              {"plate", hit.plate.text},
              {"plate_raw", hit.plate_raw}};
  put(out, "country", hit.plate.country);
  out["entry_plate"] = hit.entry_plate.text;
  put(out, "entry_country", hit.entry_plate.country);
  out["category"] = hit.category;
  out["reason"] = hit.reason;
  out["probability"] = hit.probability;
  out["explanation"] = hit.explanation;
  if (auto reasons = Json::parse(hit.reasons, nullptr, false); reasons.is_object()) {
    out["reasons"] = std::move(reasons);
  }
  out["kind"] = hit.kind;
  out["quiet"] = hit.is_quiet;
  put(out, "warning", hit.warning);
  put(out, "verdict", verdict_json(hit.verdict));
  put(out, "procedure", texts_json(hit.procedure));
  put_facts(out, parts.read.facts);
  out["pictures"] = pictures_json(
      parts.read, {fmt::format("/api/v1/hits/{}", to_string(parts.hit.id)), std::string()});
  return out;
}

Json incident_json(const Incident& incident, Json last_hit) {
  Json out = {{"id", to_string(incident.id)},
              {"version", incident.version},
              {"plate", incident.plate.text}};
  put(out, "country", incident.plate.country);
  out["hits"] = incident.hits;
  out["priority"] = incident.priority;
  out["state"] = name_of(incident.state);
  out["opened_at"] = format_rfc3339(incident.opened_at);
  out["last_at"] = format_rfc3339(incident.last_at);
  out["last_hit"] = std::move(last_hit);
  return out;
}

}  // namespace bas::api
