#include "api/own_zone.h"

#include "api/fields.h"

namespace bas::api {

Result<> check_zone(Services& services, const Id& zone, const Asking& asking) {
  return services.gate.in_zone(asking.act, zone, {asking.who, asking.request.remote_address});
}

Id zone_of_camera(const Services& services, const Id& camera) {
  const auto view = services.directory.view();
  const Camera* found = view->camera(camera);
  const Site* site = found == nullptr ? nullptr : view->site(found->site);
  return site == nullptr ? Id{} : site->zone;
}

Result<List> own_list(Services& services, const Asking& asking) {
  List list = TRY(services.lists.named(asking.request.path_value("name")));
  TRY(check_zone(services, list.owner_zone, asking));
  return list;
}

Result<Camera> own_camera(Services& services, const Asking& asking) {
  const Id id = TRY(path_id(asking.request));
  const auto view = services.directory.view();
  const Camera* camera = view->camera(id);
  if (camera == nullptr) return fail(ErrorCode::kNotFound, "there is no such camera");
  TRY(check_zone(services, zone_of_camera(services, id), asking));
  return *camera;
}

}  // namespace bas::api
