#include "api/outlet_views.h"

#include <nlohmann/json.hpp>

#include "api/json_members.h"
#include "model/outlet_signing.h"

namespace bas::api {

Json outlet_json(const flow::ProvinceView& view, const Outlet& outlet, UtcTime now) {
  Json json = {{"id", to_string(outlet.id)},
               {"title", outlet.title},
               {"way", kOutletWayNames.of(outlet.way)},
               {"target", outlet.target},
               {"events", Json::array()},
               {"keys", Json::array()},
               {"created_at", format_rfc3339(outlet.created_at)},
               {"disabled", outlet.is_disabled()}};
  if (const Zone* zone = view.zone(outlet.zone)) json["zone"] = zone->code;
  for (const OutletEvent event : outlet.events) {
    json["events"].push_back(kOutletEventNames.of(event));
  }
  for (const OutletKey& key : outlet.keys) {
    if (key.until && *key.until <= now) continue;
    Json shown = {{"signing", kOutletSigningNames.of(key.signing)}};
    if (is_public(key)) shown["public_key"] = verification_key(key);
    put(shown, "until", key.until);
    json["keys"].push_back(std::move(shown));
  }
  put(json, "disabled_because", outlet.disabled_because);
  put(json, "disabled_at", outlet.disabled_at);
  return json;
}

Json outlet_with_key_json(const flow::ProvinceView& view, const Outlet& outlet, UtcTime now) {
  Json json = outlet_json(view, outlet, now);
  if (!outlet.keys.empty()) json["verification_key"] = verification_key(outlet.keys.front());
  return json;
}

Json delivery_json(const OutletDelivery& delivery) {
  Json json = {{"id", to_string(delivery.id)},
               {"type", kOutletEventNames.of(delivery.event)},
               {"object", to_string(delivery.object)},
               {"happened_at", format_rfc3339(delivery.happened_at)},
               {"state", kDeliveryStateNames.of(delivery.state)},
               {"attempts", delivery.attempts}};
  if (delivery.state == DeliveryState::kWaiting) {
    json["due_at"] = format_rfc3339(delivery.due_at);
  }
  if (delivery.tried_at) {
    json["tried_at"] = format_rfc3339(*delivery.tried_at);
    json["duration_ms"] = delivery.duration.count();
  }
  if (delivery.status != 0) json["status"] = delivery.status;
  put(json, "failure", delivery.failure);
  return json;
}

}  // namespace bas::api
