// Where the vehicle of a hit is likely to be seen next, and when.
#include <nlohmann/json.hpp>

#include "api/access.h"
#include "api/fields.h"
#include "api/read_views.h"
#include "api/resources.h"

namespace bas::api {

namespace {

constexpr std::size_t kCamerasMost = 5;

Json next_json(const flow::ProvinceView& view, UtcTime passed, const links::NextCamera& next) {
  const auto at = [&](links::DurationSums::Seconds after) {
    return format_rfc3339(passed + std::chrono::duration_cast<std::chrono::milliseconds>(after));
  };
  return {{"camera", place_json(view, next.camera)},
          {"probability", next.probability},
          {"earliest", at(next.earliest)},
          {"likely", at(next.likely)},
          {"latest", at(next.latest)},
          {"passages", static_cast<std::uint64_t>(next.seen)}};
}

Result<net::Response> next_cameras(Services& services, const net::Request& request,
                                   const User& who) {
  const Id id = TRY(path_id(request));
  const auto hit = TRY(services.desk.hit(id, {who, request.remote_address}));
  const auto view = services.directory.view();
  Json items = Json::array();
  for (const links::NextCamera& next : services.travels.next(hit.read, kCamerasMost)) {
    items.push_back(next_json(*view, hit.read.facts.captured_at, next));
  }
  return json_answer({{"items", std::move(items)}});
}

}  // namespace

void add_next_cameras(net::Router& router, Services& services) {
  add_acting(router, services, {"GET", "/api/v1/hits/{id}/next", Act::kShareHit, next_cameras, 0});
}

}  // namespace bas::api
