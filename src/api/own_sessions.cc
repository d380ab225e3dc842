// The sessions of who is signed in: a person sees where its account is open, and can end it there.
#include <nlohmann/json.hpp>

#include "api/access.h"
#include "api/fields.h"
#include "api/resources.h"

namespace bas::api {

namespace {

Result<net::Response> own_sessions(Services& services, const flow::Principal& who) {
  Json items = Json::array();
  for (const Credential& session : TRY(services.sessions.living_of(who.user.id))) {
    items.push_back({{"id", to_string(session.id)},
                     {"address", session.label},
                     {"created_at", format_rfc3339(session.created_at)},
                     {"last_used_at", format_rfc3339(*session.last_used_at)},
                     {"expires_at", format_rfc3339(*session.expires_at)},
                     {"is_this", session.id == who.credential.id}});
  }
  return json_answer({{"items", std::move(items)}});
}

Result<net::Response> end_session(Services& services, const net::Request& request,
                                  const flow::Principal& who) {
  const Id id = TRY(path_id(request));
  TRY(services.sessions.end(who.user.id, id));
  services.followers.end(id);
  net::Response response;
  response.status = 204;
  return response;
}

}  // namespace

void add_own_sessions(net::Router& router, Services& services) {
  add_guarded(router, services,
              {"GET", "/api/v1/sessions", Act::kUseAccount,
               [&services](const net::Request& request, const flow::Principal& who) {
                 auto answer = own_sessions(services, who);
                 return answer ? std::move(*answer) : problem(answer.error(), request.id);
               }});
  add_guarded(router, services,
              {"DELETE", "/api/v1/sessions/{id}", Act::kUseAccount,
               [&services](const net::Request& request, const flow::Principal& who) {
                 auto answer = end_session(services, request, who);
                 return answer ? std::move(*answer) : problem(answer.error(), request.id);
               }});
}

}  // namespace bas::api
