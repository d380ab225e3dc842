#include <nlohmann/json.hpp>

#include "api/access.h"
#include "api/fields.h"
#include "api/resources.h"
#include "api/session_cookies.h"
#include "api/views.h"

namespace bas::api {

namespace {

Json session_json(Services& services, const User& user, const Credential& credential) {
  return {{"user", user_json(*services.directory.view(), user)},
          {"expires_at", format_rfc3339(credential.expires_at.value_or(UtcTime{}))},
          {"idle_until", format_rfc3339(services.sessions.idle_until(credential))},
          {"server_time", format_rfc3339(services.clock.now())}};
}

// Whether a code was sent decides the words, and nothing else does.
net::Response refusal(const net::Request& request, std::string_view code) {
  if (code.empty()) return problem({ProblemType::kCodeNeeded, {}, request.id});
  return problem({ProblemType::kUnauthenticated,
                  "The name, the password or the code is wrong; a code is good once.", request.id});
}

net::Response opened(Services& services, const flow::SignInAnswer& answer,
                     const flow::Principal& who) {
  net::Response response = json_answer(session_json(services, who.user, who.credential));
  response.headers.push_back(session_cookie(services, *answer.session));
  response.headers.push_back(set_cookie({kDeviceCookie, answer.marks, flow::DeviceMarks::kLife}));
  return response;
}

Result<net::Response> sign_in(Services& services, const net::Request& request) {
  const Json body = TRY(json_body(request));
  const std::string name = TRY(text_member(body, {.name = "name"}));
  const std::string password = TRY(text_member(body, {.name = "password", .bytes_max = 1024}));
  const std::string code =
      TRY(text_member(body, {.name = "code", .bytes_max = 64, .is_required = false}));
  // The address is the one of the connection: what a header claims is anybody's to write.
  const auto answer = TRY(services.sign_ins.sign_in(
      {name, password, code, request.remote_address, request.cookie(kDeviceCookie)}));
  if (answer.wait.count() > 0) return too_many(request, answer.wait);
  if (!answer.session) return refusal(request, code);
  TRY(end_session_before(services, request));
  const auto who = TRY(services.accounts.principal(answer.session->secret));
  if (who.user.is_break_glass) services.metrics.note_break_glass();
  return opened(services, answer, who);
}

void queue_sign_in(Services& services, const net::Request& request, const net::Respond& respond) {
  const bool is_taken = services.sign_in_queue.run([&services, request, respond] {
    auto answer = sign_in(services, request);
    respond(answer ? std::move(*answer) : problem(answer.error(), request.id));
  });
  if (!is_taken) respond(problem({ProblemType::kBusy, {}, request.id}));
}

net::Response sign_out(Services& services, const net::Request& request,
                       const flow::Principal& principal) {
  if (const auto ended = services.accounts.sign_out(principal.credential); !ended) {
    return problem(ended.error(), request.id);
  }
  services.followers.end(principal.credential.id);
  net::Response response;
  response.status = 204;
  response.headers.push_back(set_cookie({kSessionCookie, "", std::chrono::seconds{0}}));
  return response;
}

}  // namespace

void add_session(net::Router& router, Services& services) {
  router.add({.method = "POST",
              .pattern = "/api/v1/session",
              .run = net::Run::kWorker,
              .body_bytes_max = 8 * 1024,
              .handler = [&services](const net::Request& request, const net::Respond& respond) {
                queue_sign_in(services, request, respond);
              }});
  add_guarded(router, services,
              {"GET", "/api/v1/session", Act::kUseAccount,
               [&services](const net::Request&, const flow::Principal& who) {
                 return json_answer(session_json(services, who.user, who.credential));
               }});
  add_guarded(router, services,
              {"DELETE", "/api/v1/session", Act::kUseAccount,
               [&services](const net::Request& request, const flow::Principal& who) {
                 return sign_out(services, request, who);
               }});
}

}  // namespace bas::api
