#include <future>
#include <nlohmann/json.hpp>

#include "api/access.h"
#include "api/delivery.h"
#include "api/fields.h"
#include "api/own_zone.h"
#include "api/resources.h"
#include "api/views.h"

namespace bas::api {

namespace {

Result<net::Response> page_of_quarantine(Services& services, const net::Request& request,
                                         const User& who) {
  Id before = TRY(query_id(request, "before"));
  const Id of_camera = TRY(query_id(request, "camera"));
  const std::size_t limit = TRY(query_number(request, {.name = "limit"}));
  Json items = Json::array();
  bool has_more = true;
  while (has_more && items.size() < limit) {
    const auto page = TRY(services.quarantine.page(before, limit));
    has_more = page.size() == limit;
    for (const auto& message : page) {
      before = message.id;
      if (!of_camera.is_zero() && message.camera != of_camera) continue;
      const Id zone = zone_of_camera(services, message.camera);
      if (!services.gate.is_in_zone(Act::kSeeQuarantine, zone, who)) continue;
      if (items.size() < limit) items.push_back(quarantined_json(message));
    }
  }
  return json_answer({{"items", std::move(items)}});
}

Result<Delivery> delivery_of(Services& services, const net::Request& request, const Id& id) {
  flow::QuarantinedPayload kept = TRY(services.quarantine.open(id));
  const Camera* camera = services.directory.view()->camera(kept.message.camera);
  if (camera == nullptr) return fail(ErrorCode::kNotFound, "its camera is not known any more");
  return Delivery{.camera = *camera,
                  .content_type = std::move(kept.message.content_type),
                  .bytes = std::move(kept.payload),
                  .protocol = std::string(request.query_value("protocol")),
                  .request_id = request.id,
                  .last_byte_at = request.last_byte_at};
}

// Waits on its worker thread for the reads to be durable.
Result<net::Response> replay(Services& services, const net::Request& request, const User& who) {
  const Id id = TRY(path_id(request));
  Delivery delivery = TRY(delivery_of(services, request, id));
  TRY(check_zone(services, zone_of_camera(services, delivery.camera.id),
                 {request, who, Act::kTendQuarantine}));
  std::promise<net::Response> answered;
  deliver(services, std::move(delivery), OnFailure::kOnlyReport,
          [&](net::Response response) { answered.set_value(std::move(response)); });
  net::Response response = answered.get_future().get();
  if (response.status == 200) TRY(services.quarantine.mark_replayed(id));
  return response;
}

}  // namespace

void add_quarantine(net::Router& router, Services& services) {
  add_acting(router, services,
             {"GET", "/api/v1/quarantine", Act::kSeeQuarantine, page_of_quarantine, 0});
  add_acting(router, services,
             {"POST", "/api/v1/quarantine/{id}/replay", Act::kTendQuarantine, replay});
}

}  // namespace bas::api
