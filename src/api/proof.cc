#include "api/proof.h"

#include <nlohmann/json.hpp>

#include "api/fields.h"
#include "api/resources.h"

namespace bas::api {

namespace {

net::Response not_for_tokens(const net::Request& request) {
  return problem({ProblemType::kForbidden, "A token may not do this: sign in.", request.id});
}

Result<net::Response> prove(Services& services, const net::Request& request,
                            const flow::Principal& who) {
  const Json body = TRY(json_body(request));
  const std::string password =
      TRY(text_member(body, {.name = "password", .bytes_max = 1024, .is_required = false}));
  const std::string code =
      TRY(text_member(body, {.name = "code", .bytes_max = 64, .is_required = false}));
  if (password.empty() && code.empty()) {
    return fail(ErrorCode::kBadInput, "give `password` or `code`");
  }
  const auto answer = TRY(services.sign_ins.prove(
      who, {{}, password, code, request.remote_address, request.cookie(kDeviceCookie)}));
  if (answer.wait.count() > 0) return too_many(request, answer.wait);
  if (!answer.is_proved) {
    return problem({ProblemType::kProofNeeded,
                    "The password or the code is wrong; a code is good once.", request.id});
  }
  const auto until = services.clock.now() + services.sessions.terms().proof_max;
  return json_answer({{"proved_until", format_rfc3339(until)}});
}

void add_checked(net::Router& router, Services& services, GraveRoute route) {
  add_guarded(router, services,
              {.method = std::move(route.method),
               .pattern = std::move(route.pattern),
               .act = route.act,
               .handler = [&services, handler = std::move(route.handler)](
                              const net::Request& request, const flow::Principal& who) {
                 if (!services.sessions.is_proved(who.credential)) {
                   return problem({ProblemType::kProofNeeded, {}, request.id});
                 }
                 auto answer = handler(services, request, who);
                 return answer ? std::move(*answer) : problem(answer.error(), request.id);
               }});
}

}  // namespace

void add_grave(net::Router& router, Services& services, GraveRoute route) {
  add_checked(router, services, std::move(route));
}

void add_personal(net::Router& router, Services& services, GraveRoute route) {
  route.handler = [handler = std::move(route.handler)](
                      Services& given, const net::Request& request,
                      const flow::Principal& who) -> Result<net::Response> {
    if (who.credential.kind != CredentialKind::kSession) return not_for_tokens(request);
    return handler(given, request, who);
  };
  add_checked(router, services, std::move(route));
}

// A password is as much work here as it is to sign in: it waits its turn likewise.
void add_proof(net::Router& router, Services& services) {
  auto answer = guard(
      services, {.method = "POST",
                 .pattern = "/api/v1/session/proof",
                 .act = Act::kUseAccount,
                 .handler = [&services](const net::Request& request, const flow::Principal& who) {
                   if (who.credential.kind != CredentialKind::kSession) {
                     return not_for_tokens(request);
                   }
                   auto made = prove(services, request, who);
                   return made ? std::move(*made) : problem(made.error(), request.id);
                 }});
  router.add({.method = "POST",
              .pattern = "/api/v1/session/proof",
              .run = net::Run::kWorker,
              .body_bytes_max = 8 * 1024,
              .handler = [&services, answer = std::move(answer)](const net::Request& request,
                                                                 const net::Respond& respond) {
                const bool is_taken = services.sign_in_queue.run(
                    [answer, request, respond] { respond(answer(request)); });
                if (!is_taken) respond(problem({ProblemType::kBusy, {}, request.id}));
              }});
}

}  // namespace bas::api
