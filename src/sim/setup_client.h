// Brings the simulated province into a server through its public API.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "base/result.h"
#include "net/http_client.h"
#include "sim/plan.h"
#include "sim/wanted.h"

namespace bas::sim {

// One camera as the server knows it. In the order of ProvincePlan::cameras.
struct CameraKey {
  std::string camera_id;
  std::string ingest_key;
};

struct SetupSettings {
  std::string url;         // "http://127.0.0.1:8080", no slash at the end
  std::string token;       // of an administrator
  std::string desk_token;  // of who keeps lists
  // Where the ingest keys are kept between runs (private to this user). Empty: nowhere, and cameras
  // that are already there get new keys.
  std::filesystem::path keys_file;
  WantedSettings wanted;
};

// Adds what is missing and reuses what is there: zones, sites, cameras, lists and their entries.
// Errors: kUnavailable when the server does not answer, kRefused when the token does not suffice.
Result<std::vector<CameraKey>> set_up_province(net::HttpClient& client, const ProvincePlan& plan,
                                               const SetupSettings& settings);

}  // namespace bas::sim
