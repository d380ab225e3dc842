#include "api/views.h"

#include <nlohmann/json.hpp>

#include "api/json_members.h"

namespace bas::api {

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

Json decision_json(const CouncilDecision& decision) {
  return {{"from", format_rfc3339(decision.from)},
          {"until", format_rfc3339(decision.until)},
          {"area", decision.area},
          {"reference", decision.reference}};
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
  out["refused"] = activity.refused;
  put(out, "protocol", activity.protocol);
  put(out, "device_id", activity.device_id);
  if (activity.clock_behind) out["clock_behind_ms"] = activity.clock_behind->count();
  put(out, "maintenance_until", camera.maintenance_until);
  if (camera.decision) out["decision"] = decision_json(*camera.decision);
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

}  // namespace bas::api
