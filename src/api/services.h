// What the resources of the API work with. Filled once by app; everything outlives the router.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "api/followers.h"
#include "api/metrics.h"
#include "flow/accounts.h"
#include "flow/directory.h"
#include "flow/ingest.h"
#include "flow/lists.h"
#include "flow/plate_checks.h"
#include "flow/quarantine.h"
#include "flow/reads.h"

namespace bas::api {

// One thing that must hold for the server to be ready. `failure` is empty when it does.
struct ReadinessCheck {
  std::string name;
  std::function<std::string()> failure;
};

struct Limits {
  std::size_t ingest_bytes_max = 20u << 20;
  std::size_t import_bytes_max = 512u << 20;
  std::size_t check_bytes_max = 4u << 20;
};

struct Services {
  flow::Ingest& ingest;
  flow::Directory& directory;
  flow::Lists& lists;
  flow::PlateChecks& checks;
  flow::Accounts& accounts;
  flow::Quarantine& quarantine;
  flow::Reads& reads;
  flow::Activity& activity;
  net::EventHub& events;
  Metrics& metrics;
  const Clock& clock;
  std::vector<ReadinessCheck> readiness;
  Limits limits;
  Followers followers{};
};

}  // namespace bas::api
