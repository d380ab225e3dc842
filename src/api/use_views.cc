#include "api/use_views.h"

#include <nlohmann/json.hpp>

namespace bas::api {

Result<AccountNames> account_names(Services& services) {
  AccountNames names;
  for (const User& user : TRY(services.accounts.users())) {
    names[to_string(user.id)] = user.display_name.empty() ? user.name : user.display_name;
  }
  return names;
}

Json use_json(const flow::LoggedUse& use, const AccountNames& names) {
  const flow::UseFacts& facts = use.facts;
  Json json = {{"number", use.number},
               {"at", format_rfc3339(facts.at)},
               {"verb", policy::kVerbNames.of(facts.verb)},
               {"what", facts.what},
               {"zone", facts.zone},
               {"role", facts.role},
               {"permitted", facts.is_permitted},
               {"reason", facts.reason},
               {"rules", facts.rules},
               {"regime_sha256", facts.regime_sha256},
               {"results", facts.results},
               {"results_sha256", facts.results_sha256},
               {"version", facts.version}};
  if (!use.details) return json;
  json["details"] = {{"actor", use.details->actor},
                     {"purpose", use.details->purpose},
                     {"case_number", use.details->case_number},
                     {"justification", use.details->justification},
                     {"predicate", use.details->predicate},
                     {"terminal", use.details->terminal},
                     {"authorisation_sha256", use.details->authorisation_sha256},
                     {"recipients", use.details->recipients}};
  const auto name = names.find(use.details->actor);
  if (name != names.end()) json["details"]["actor_name"] = name->second;
  return json;
}

}  // namespace bas::api
