#include "api/answers.h"
#include "api/delivery.h"
#include "api/resources.h"

namespace bas::api {

namespace {

void ingest(Services& services, net::Request request, net::Respond respond) {
  const auto camera = services.directory.camera_with_key(request.path_value("key"));
  if (!camera) return respond(problem({ProblemType::kUnknownKey, {}, request.id}));
  if (camera->is_disabled) {
    services.activity.note_refused(camera->id,
                                   {services.clock.now(), flow::RefusalReason::kDisabled});
    return respond(problem({ProblemType::kCameraDisabled, {}, request.id}));
  }
  Delivery delivery{.camera = *camera,
                    .content_type = std::string(request.header("content-type")),
                    .bytes = std::move(request.body),
                    .protocol = {},
                    .request_id = std::move(request.id),
                    .last_byte_at = request.last_byte_at};
  deliver(services, std::move(delivery), OnFailure::kQuarantine, std::move(respond));
}

}  // namespace

void add_ingest(net::Router& router, Services& services) {
  router.add({.method = "POST",
              .pattern = "/ingest/{key}",
              .run = net::Run::kInline,
              .body_bytes_max = services.limits.ingest_bytes_max,
              .handler = [&services](net::Request request, net::Respond respond) {
                ingest(services, std::move(request), std::move(respond));
              }});
}

}  // namespace bas::api
