// The law that the server decides by, as far as who asks something has to know it.
#include <nlohmann/json.hpp>

#include "api/access.h"
#include "api/json_members.h"
#include "api/resources.h"

namespace bas::api {

namespace {

Result<net::Response> regime(Services& services, const net::Request&) {
  const policy::Regime& law = services.gate.regime();
  Json purposes = Json::array();
  for (const policy::Purpose& purpose : law.purposes) {
    purposes.push_back({{"code", purpose.code},
                        {"capacity", policy::kActorClassNames.of(purpose.actor)},
                        {"needs_danger", purpose.needs_danger}});
  }
  Json json = {{"name", law.name},
               {"sha256", law.sha256},
               {"supervisor", law.supervisor},
               {"purposes", std::move(purposes)},
               {"reason_characters_min", law.reason_characters_min},
               {"kept_for", policy::text_of(law.store_max)}};
  if (law.tier1) put(json, "without_authorisation", policy::text_of(*law.tier1));
  put(json, "authority", law.tier2_issuer);
  return json_answer(json);
}

}  // namespace

void add_regime(net::Router& router, Services& services) {
  add_reading(router, services, {"/api/v1/regime", Act::kSeeProvince, regime});
}

}  // namespace bas::api
