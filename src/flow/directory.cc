#include "flow/directory.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/encode.h"

namespace bas::flow {

namespace {

constexpr std::size_t kKeyBytes = 24;  // 192 random bits, 32 characters

template <typename T>
const T* at_id(const std::vector<T>& all, const absl::flat_hash_map<Id, std::size_t>& by_id,
               const Id& id) {
  const auto found = by_id.find(id);
  return found == by_id.end() ? nullptr : &all[found->second];
}

template <typename T>
absl::flat_hash_map<Id, std::size_t> index_by_id(const std::vector<T>& all) {
  absl::flat_hash_map<Id, std::size_t> by_id;
  for (std::size_t i = 0; i < all.size(); ++i) by_id[all[i].id] = i;
  return by_id;
}

}  // namespace

const Zone* ProvinceView::zone(const Id& id) const { return at_id(zones, zone_by_id, id); }
const Site* ProvinceView::site(const Id& id) const { return at_id(sites, site_by_id, id); }
const Camera* ProvinceView::camera(const Id& id) const { return at_id(cameras, camera_by_id, id); }

const Zone* ProvinceView::zone_with_code(std::string_view code) const {
  for (const Zone& zone : zones) {
    if (zone.code == code) return &zone;
  }
  return nullptr;
}

const Zone* ProvinceView::zone_of_home(std::string_view code) const {
  if (code.empty()) return nullptr;
  if (const Zone* named = zone_with_code(code)) return named;
  const auto site_there = std::ranges::find(sites, code, &Site::municipality_nis);
  return site_there == sites.end() ? nullptr : zone(site_there->zone);
}

Result<std::unique_ptr<Directory>> Directory::open(Parts parts) {
  std::unique_ptr<Directory> directory(new Directory(parts));
  TRY(directory->reload());
  return directory;
}

Result<> Directory::reload() {
  auto view = std::make_shared<ProvinceView>();
  view->zones = TRY(parts_.store.zones());
  view->sites = TRY(parts_.store.sites());
  view->cameras = TRY(parts_.store.cameras());
  view->zone_by_id = index_by_id(view->zones);
  view->site_by_id = index_by_id(view->sites);
  view->camera_by_id = index_by_id(view->cameras);
  for (std::size_t i = 0; i < view->cameras.size(); ++i) {
    view->camera_by_key[view->cameras[i].key_sha256] = i;
  }
  view_.set(std::move(view));
  return {};
}

// The key is looked up by its digest, so the time taken says nothing about the key itself.
Result<Camera> Directory::camera_with_key(std::string_view ingest_key) const {
  const auto current = view();
  const auto found = current->camera_by_key.find(to_hex(sha256(ingest_key)));
  if (found == current->camera_by_key.end()) {
    return fail(ErrorCode::kNotFound,
                "no camera has this key: copy the address again from the camera's page");
  }
  return current->cameras[found->second];
}

Result<Zone> Directory::add_zone(std::string code, std::string name) {
  const std::lock_guard lock(changes_);
  Zone zone{make_id(parts_.clock.now(), parts_.random), std::move(code), std::move(name)};
  TRY(parts_.store.add_zone(zone));
  TRY(reload());
  return zone;
}

Result<Site> Directory::add_site(NewSite wanted) {
  const std::lock_guard lock(changes_);
  const auto current = view();
  const Zone* zone = current->zone_with_code(wanted.zone_code);
  if (zone == nullptr) {
    return fail(ErrorCode::kNotFound, fmt::format("no zone has the code {}", wanted.zone_code));
  }
  wanted.site.id = make_id(parts_.clock.now(), parts_.random);
  wanted.site.zone = zone->id;
  TRY(parts_.store.add_site(wanted.site));
  TRY(reload());
  return wanted.site;
}

Result<KeyedCamera> Directory::add_camera(NewCamera wanted) {
  const std::lock_guard lock(changes_);
  const auto current = view();
  const Site* site = current->site(wanted.site);
  if (site == nullptr) return fail(ErrorCode::kNotFound, "no site has this id");
  KeyedCamera made;
  made.ingest_key = to_base64url(parts_.random.bytes(kKeyBytes));
  made.camera = Camera{.id = make_id(parts_.clock.now(), parts_.random),
                       .zone = site->zone,
                       .site = site->id,
                       .name = std::move(wanted.name),
                       .key_sha256 = to_hex(sha256(made.ingest_key)),
                       .heading_deg = wanted.heading_deg,
                       .lanes = wanted.lanes,
                       .is_disabled = false,
                       .created_at = parts_.clock.now(),
                       .source = wanted.source,
                       .decision = std::move(wanted.decision)};
  TRY(parts_.store.add_camera(made.camera));
  TRY(reload());
  return made;
}

Result<Camera> Directory::change_camera(const Id& camera, const CameraEdit& edit) {
  const std::lock_guard lock(changes_);
  const auto current = view();
  const Camera* known = current->camera(camera);
  if (known == nullptr) return fail(ErrorCode::kNotFound, "no camera has this id");
  Camera changed = *known;
  edit(changed);
  TRY(parts_.store.change_camera(changed));
  TRY(reload());
  return changed;
}

Result<Camera> Directory::set_camera_disabled(const Id& camera, bool is_disabled) {
  const std::lock_guard lock(changes_);
  TRY(parts_.store.set_camera_disabled(camera, is_disabled));
  TRY(reload());
  return *view()->camera(camera);
}

Result<Camera> Directory::set_camera_source(const Id& camera, LegalSource source) {
  const std::lock_guard lock(changes_);
  TRY(parts_.store.set_camera_source(camera, source));
  TRY(reload());
  return *view()->camera(camera);
}

Result<KeyedCamera> Directory::issue_key(const Id& camera) {
  const std::lock_guard lock(changes_);
  const auto current = view();
  const Camera* known = current->camera(camera);
  if (known == nullptr) return fail(ErrorCode::kNotFound, "no camera has this id");
  KeyedCamera made{*known, to_base64url(parts_.random.bytes(kKeyBytes))};
  made.camera.key_sha256 = to_hex(sha256(made.ingest_key));
  TRY(parts_.store.set_camera_key(camera, made.camera.key_sha256));
  TRY(reload());
  return made;
}

}  // namespace bas::flow
