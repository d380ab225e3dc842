// The directory of zones, sites and cameras: one unchanging picture of it at a time, held in
// memory, so that a camera's message is placed without asking a database.
#pragma once

#include <absl/container/flat_hash_map.h>

#include <functional>
#include <memory>
#include <mutex>
#include <string_view>
#include <vector>

#include "base/clock.h"
#include "base/latest.h"
#include "base/random.h"
#include "base/result.h"
#include "ports/province_store.h"

namespace bas::flow {

// The province at one moment. Never changes once made.
struct ProvinceView {
  std::vector<Zone> zones;
  std::vector<Site> sites;
  std::vector<Camera> cameras;
  absl::flat_hash_map<Id, std::size_t> zone_by_id;
  absl::flat_hash_map<Id, std::size_t> site_by_id;
  absl::flat_hash_map<Id, std::size_t> camera_by_id;
  absl::flat_hash_map<std::string, std::size_t> camera_by_key;  // digest of the ingest key

  // Null when there is none.
  const Zone* zone(const Id& id) const;
  const Zone* zone_with_code(std::string_view code) const;
  // The zone of that code, or where the municipality of that code of the federal register lies.
  const Zone* zone_of_home(std::string_view code) const;
  const Site* site(const Id& id) const;
  const Camera* camera(const Id& id) const;
};

// What an administrator says of a new site or camera.
struct NewSite {
  std::string zone_code;
  Site site;  // id and zone are filled in
};
struct NewCamera {
  Id site;
  std::string name;
  std::optional<double> heading_deg;
  int lanes = 1;
  LegalSource source = LegalSource::kPoliceAct;
  std::optional<CouncilDecision> decision = std::nullopt;
};

// A camera with its ingest key, which is shown once and kept only as a digest.
struct KeyedCamera {
  Camera camera;
  std::string ingest_key;
};

// Threads: any. Changes are durable when they return and seen by view() from then on.
class Directory {
 public:
  struct Parts {
    ProvinceStore& store;
    const Clock& clock;
    Random& random;
  };
  static Result<std::unique_ptr<Directory>> open(Parts parts);

  std::shared_ptr<const ProvinceView> view() const { return view_.get(); }

  // The camera with that ingest key; kNotFound otherwise. Disabled ones are returned too.
  Result<Camera> camera_with_key(std::string_view ingest_key) const;

  Result<Zone> add_zone(std::string code, std::string name);
  Result<Site> add_site(NewSite wanted);
  Result<KeyedCamera> add_camera(NewCamera wanted);
  // Applies `edit` to the camera as it is by now: name, direction, lanes, decision, maintenance.
  using CameraEdit = std::function<void(Camera&)>;
  Result<Camera> change_camera(const Id& camera, const CameraEdit& edit);
  Result<Camera> set_camera_disabled(const Id& camera, bool is_disabled);
  // Counts for what it sees from now on.
  Result<Camera> set_camera_source(const Id& camera, LegalSource source);
  Result<KeyedCamera> issue_key(const Id& camera);

 private:
  explicit Directory(Parts parts) : parts_(parts) {}
  Result<> reload();

  Parts parts_;
  std::mutex changes_;  // one change at a time
  Latest<ProvinceView> view_;
};

}  // namespace bas::flow
