#include "api/account_acts.h"

#include <nlohmann/json.hpp>

namespace bas::api {

namespace {

// Of an account and of a token; what else a request holds is not kept.
constexpr const char* kTold[] = {
    "account",    "name",     "display_name",  "role",        "zone", "capacity", "language",
    "role_until", "disabled", "trained_until", "break_glass", "user", "label",    "days"};

}  // namespace

Result<> tell_account_act(Services& services, const AccountActor& actor, std::string what,
                          const Json& said) {
  Json told = Json::object();
  for (const char* name : kTold) {
    if (said.contains(name)) told[name] = said[name];
  }
  if (said.contains("password")) told["password"] = "changed";
  flow::Use use;
  use.facts.what = std::move(what);
  use.details.predicate = told.dump();
  return services.gate.change(actor.act, std::move(use),
                              {actor.who.user, actor.request.remote_address});
}

}  // namespace bas::api
