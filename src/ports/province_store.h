// Zones, sites and cameras, kept relationally.
#pragma once

#include <vector>

#include "base/result.h"
#include "model/province.h"

namespace bas {

// Threads: any; calls are served one after another. Durable when a write returns.
// Errors: kConflict when a unique name or code is taken, kNotFound for an unknown reference.
class ProvinceStore {
 public:
  virtual ~ProvinceStore() = default;

  virtual Result<> add_zone(const Zone& zone) = 0;
  virtual Result<std::vector<Zone>> zones() = 0;
  virtual Result<> add_site(const Site& site) = 0;
  virtual Result<std::vector<Site>> sites() = 0;
  virtual Result<> add_camera(const Camera& camera) = 0;
  virtual Result<std::vector<Camera>> cameras() = 0;
  // Its name, direction, lanes, decision and maintenance, as they are in `camera`.
  virtual Result<> change_camera(const Camera& camera) = 0;
  virtual Result<> set_camera_disabled(const Id& camera, bool is_disabled) = 0;
  virtual Result<> set_camera_source(const Id& camera, LegalSource source) = 0;
  virtual Result<> set_camera_key(const Id& camera, std::string_view key_sha256) = 0;
};

}  // namespace bas
