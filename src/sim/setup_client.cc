#include "sim/setup_client.h"

#include <absl/container/flat_hash_map.h>
#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <string_view>
#include <thread>
#include <utility>

#include "base/file.h"

namespace bas::sim {
namespace {

using Json = nlohmann::json;
using IdsByName = absl::flat_hash_map<std::string, std::string>;

constexpr int kConflict = 409;
constexpr std::size_t kKeysFileBytesMax = 4 << 20;

std::string text_at(const Json& object, const char* key) {
  if (!object.is_object() || !object.contains(key) || !object[key].is_string()) return {};
  return object[key].get<std::string>();
}

class ProvinceSetup {
 public:
  ProvinceSetup(net::HttpClient& client, const ProvincePlan& plan, const SetupSettings& settings)
      : client_(client), plan_(plan), settings_(settings) {}

  Result<std::vector<CameraKey>> run() {
    TRY(read_keys());
    TRY(add_zones());
    const IdsByName sites = TRY(add_sites());
    auto cameras = TRY(add_cameras(sites));
    TRY(write_keys(cameras));
    TRY(add_lists());
    return cameras;
  }

 private:
  // The JSON of a 2xx answer. kConflict for 409: it is there already.
  Result<Json> call(std::string method, const std::string& path, std::string body,
                    std::string_view content_type) {
    net::ClientRequest request;
    request.method = std::move(method);
    request.url = settings_.url + path;
    const bool is_of_lists = path.starts_with("/api/v1/lists");
    const std::string& token = is_of_lists ? settings_.desk_token : settings_.token;
    request.headers.push_back({"Authorization", "Bearer " + token});
    if (!body.empty()) request.headers.push_back({"Content-Type", std::string(content_type)});
    request.body = std::move(body);
    const net::ClientResponse answer = TRY(client_.fetch(std::move(request)));
    if (answer.status == kConflict)
      return fail(ErrorCode::kConflict, fmt::format("{} exists", path));
    if (answer.status / 100 != 2) {
      const ErrorCode code = answer.status == 401 || answer.status == 403 ? ErrorCode::kRefused
                                                                          : ErrorCode::kUnavailable;
      return fail(
          code, fmt::format("{} answered {}: {}", path, answer.status, answer.body.substr(0, 300)));
    }
    Json json = Json::parse(answer.body, nullptr, false);
    if (json.is_discarded())
      return fail(ErrorCode::kUnavailable, fmt::format("{} did not answer in JSON", path));
    return json;
  }

  Result<Json> post(const std::string& path, const Json& body) {
    return call("POST", path, body.dump(), "application/json");
  }

  // What is there already.
  Result<Json> items(const std::string& path) {
    const Json page = TRY(call("GET", path, {}, {}));
    if (!page.is_object() || !page.contains("items") || !page["items"].is_array())
      return fail(ErrorCode::kUnavailable, fmt::format("{} lists no items", path));
    return page["items"];
  }

  Result<> add_zones() {
    for (const PlannedZone& zone : plan_.zones) {
      const auto added = post("/api/v1/zones", {{"code", zone.code}, {"name", zone.name}});
      if (!added && added.error().code != ErrorCode::kConflict)
        return tl::make_unexpected(added.error());
    }
    return {};
  }

  Result<IdsByName> add_sites() {
    IdsByName ids;
    for (const Json& site : TRY(items("/api/v1/sites")))
      ids[text_at(site, "name")] = text_at(site, "id");
    for (const PlannedSite& site : plan_.sites) {
      if (ids.contains(site.name)) continue;
      const Municipality& place = plan_.municipalities[static_cast<std::size_t>(site.municipality)];
      const Json added = TRY(
          post("/api/v1/sites", {{"zone", plan_.zones[static_cast<std::size_t>(site.zone)].code},
                                 {"name", site.name},
                                 {"latitude", site.place.latitude},
                                 {"longitude", site.place.longitude},
                                 {"municipality", place.name},
                                 {"municipality_nis", place.nis},
                                 {"road", plan_.roads[static_cast<std::size_t>(site.road)].name}}));
      ids[site.name] = text_at(added, "id");
    }
    return ids;
  }

  Result<std::vector<CameraKey>> add_cameras(const IdsByName& sites) {
    IdsByName ids;
    for (const Json& camera : TRY(items("/api/v1/cameras")))
      ids[text_at(camera, "name")] = text_at(camera, "id");
    std::vector<CameraKey> cameras;
    for (const PlannedCamera& camera : plan_.cameras) {
      const auto there = ids.find(camera.name);
      cameras.push_back(there != ids.end() ? TRY(key_of(there->second))
                                           : TRY(add_camera(camera, sites)));
    }
    return cameras;
  }

  Result<CameraKey> key_of(const std::string& id) {
    if (const auto kept = kept_.find(id); kept != kept_.end()) return CameraKey{id, kept->second};
    const Json issued = TRY(post(fmt::format("/api/v1/cameras/{}/key", id), Json::object()));
    return CameraKey{id, text_at(issued, "ingest_key")};
  }

  Result<CameraKey> add_camera(const PlannedCamera& camera, const IdsByName& sites) {
    const auto& site = sites.at(plan_.sites[static_cast<std::size_t>(camera.site)].name);
    const Json added = TRY(post("/api/v1/cameras", {{"site", site},
                                                    {"name", camera.name},
                                                    {"heading_deg", camera.heading_deg},
                                                    {"lanes", camera.lanes}}));
    return CameraKey{text_at(added, "id"), text_at(added, "ingest_key")};
  }

  Result<> add_lists() {
    const std::vector<Wanted> entries = wanted(settings_.wanted);
    for (const WantedList& list : wanted_lists()) {
      const auto added = post("/api/v1/lists", {{"name", list.name},
                                                {"title", list.title},
                                                {"owner_zone", list.owner_zone},
                                                {"category", list.category},
                                                {"priority", list.priority}});
      if (!added && added.error().code != ErrorCode::kConflict)
        return tl::make_unexpected(added.error());
      const Json begun = TRY(call("POST", fmt::format("/api/v1/lists/{}/import", list.name),
                                  to_csv(entries, list.name), "text/csv"));
      TRY(wait_for(list.name, begun));
    }
    return {};
  }

  // Until the entries are in force: the traffic that follows counts on them.
  Result<> wait_for(std::string_view list, Json revision) {
    const std::string path =
        fmt::format("/api/v1/lists/{}/revisions/{}", list, revision.value("number", 0));
    while (text_at(revision, "state") == "running") {
      std::this_thread::sleep_for(std::chrono::milliseconds(20));
      revision = TRY(call("GET", path, {}, {}));
    }
    if (text_at(revision, "state") == "applied") return {};
    return fail(ErrorCode::kUnavailable,
                fmt::format("list {} was not imported: {}", list, text_at(revision, "note")));
  }

  Result<> read_keys() {
    if (settings_.keys_file.empty()) return {};
    const auto text = read_file(settings_.keys_file, kKeysFileBytesMax);
    if (!text && text.error().code == ErrorCode::kNotFound) return {};
    if (!text) return tl::make_unexpected(text.error());
    const Json json = Json::parse(*text, nullptr, false);
    if (!json.is_object())
      return fail(ErrorCode::kCorrupt, "the file of ingest keys is no JSON object: remove it");
    for (const auto& [id, key] : json.items())
      if (key.is_string()) kept_[id] = key.get<std::string>();
    return {};
  }

  Result<> write_keys(const std::vector<CameraKey>& cameras) {
    if (settings_.keys_file.empty()) return {};
    Json json = Json::object();
    for (const auto& [id, key] : kept_) json[id] = key;
    for (const CameraKey& camera : cameras) json[camera.camera_id] = camera.ingest_key;
    return write_file(settings_.keys_file, json.dump(1) + "\n", FileMode::kSecret);
  }

  net::HttpClient& client_;
  const ProvincePlan& plan_;
  const SetupSettings& settings_;
  IdsByName kept_;  // ingest keys by camera id, from earlier runs
};

}  // namespace

Result<std::vector<CameraKey>> set_up_province(net::HttpClient& client, const ProvincePlan& plan,
                                               const SetupSettings& settings) {
  return ProvinceSetup(client, plan, settings).run();
}

}  // namespace bas::sim
