// Signing in with an identity provider: a browser is sent there and comes back, and the provider
// says when somebody has signed out there.
#include <nlohmann/json.hpp>

#include "api/access.h"
#include "api/answers.h"
#include "api/resources.h"
#include "api/session_cookies.h"
#include "base/log.h"
#include "net/target.h"

namespace bas::api {

namespace {

constexpr std::string_view kPendingCookie = "__Host-bas-sign-in";
constexpr std::size_t kLogoutBytesMax = 32 * 1024;

// A browser follows it, so nothing is answered that only a program can read.
net::Response sent_to(std::string address) {
  net::Response response;
  response.status = 303;
  response.headers = {{"Location", std::move(address)},
                      {"Cache-Control", "no-store"},
                      {"Referrer-Policy", "no-referrer"}};
  return response;
}

// The screen says it in words.
net::Response sent_back(std::string_view why) { return sent_to("/?sign-in=" + std::string(why)); }

net::Response sent_there(const flow::BegunSignIn& begun) {
  net::Response response = sent_to(begun.address);
  response.headers.push_back(
      set_cookie({kPendingCookie, begun.kept, flow::PendingSignIn::kLife, SameSite::kLax}));
  return response;
}

// Whoever runs the server reads why; whoever signs in does not.
net::Response refused(const Error& error) {
  log(LogLevel::kWarning, "api", "signing in with the provider failed", {{"why", error.text}});
  return sent_back(error.code == ErrorCode::kUnavailable ? "unavailable" : "failed");
}

net::Response begin(Services& services) {
  const auto begun = services.provider_sign_ins.begin();
  return begun ? sent_there(*begun) : refused(begun.error());
}

Result<net::Response> entered(Services& services, const net::Request& request,
                              const flow::ProviderEntry& entry) {
  services.followers.end_all(entry.stale);
  if (entry.outcome == flow::ProviderOutcome::kNoRole) return sent_back("no-role");
  net::Response response = sent_to("/");
  if (!entry.session) return response;
  TRY(end_session_before(services, request));
  response.headers.push_back(session_cookie(services, *entry.session));
  return response;
}

Result<net::Response> come_back(Services& services, const net::Request& request) {
  const auto entry = TRY(services.provider_sign_ins.finish(
      {request.query_value("state"), request.query_value("code"), request.query_value("iss"),
       request.cookie(kPendingCookie), request.remote_address}));
  return entered(services, request, entry);
}

net::Response return_of(Services& services, const net::Request& request) {
  auto back = come_back(services, request);
  net::Response response = back ? std::move(*back) : refused(back.error());
  response.headers.push_back(
      set_cookie({kPendingCookie, "", std::chrono::seconds{0}, SameSite::kLax}));
  return response;
}

// A token acts for no person whom a provider could ask.
net::Response begin_proof(Services& services, const net::Request& request,
                          const flow::Principal& who) {
  if (who.credential.kind != CredentialKind::kSession) {
    return problem({ProblemType::kForbidden, "A token may not do this: sign in.", request.id});
  }
  const auto begun = services.provider_sign_ins.begin_proof(who);
  return begun ? sent_there(*begun) : problem(begun.error(), request.id);
}

// OpenID Connect Back-Channel Logout 1.0, section 2.8.
net::Response logout(Services& services, const net::Request& request) {
  const auto form = net::parse_target("/?" + request.body);
  net::Request read;
  if (form) read.query = form->query;
  const auto ended = services.provider_sign_ins.end(read.query_value("logout_token"));
  if (ended) {
    services.followers.end_all(*ended);
    net::Response done;
    done.headers.push_back({"Cache-Control", "no-store"});
    return done;
  }
  log(LogLevel::kWarning, "api", "the provider's sign-out was refused",
      {{"why", ended.error().text}});
  const bool is_its_fault =
      ended.error().code == ErrorCode::kRefused || ended.error().code == ErrorCode::kTooLarge;
  if (!is_its_fault) return problem(ended.error(), request.id);
  return problem({ProblemType::kBadRequest, ended.error().text, request.id});
}

using Answer = net::Response (*)(Services&, const net::Request&);

// Asking a provider takes seconds where it is slow: one after another, so that all others go on.
void add_asking(net::Router& router, Services& services, net::Route route, Answer answer) {
  route.run = net::Run::kWorker;
  route.handler = [&services, answer](const net::Request& request, const net::Respond& respond) {
    const bool is_taken = services.provider_queue.run(
        [&services, answer, request, respond] { respond(answer(services, request)); });
    if (!is_taken) respond(problem({ProblemType::kBusy, {}, request.id}));
  };
  router.add(std::move(route));
}

}  // namespace

void add_provider_sign_in(net::Router& router, Services& services) {
  router.add({.method = "GET",
              .pattern = "/api/v1/sign-in",
              .handler = [&services](const net::Request&, const net::Respond& respond) {
                respond(json_answer({{"provider", services.provider_sign_ins.is_offered()}}));
              }});
  add_asking(router, services,
             {.method = "GET", .pattern = "/api/v1/sign-in/provider", .handler = {}},
             [](Services& given, const net::Request&) { return begin(given); });
  add_asking(router, services,
             {.method = "GET", .pattern = "/api/v1/sign-in/provider/return", .handler = {}},
             return_of);
  add_asking(router, services,
             {.method = "POST",
              .pattern = "/api/v1/sign-in/provider/logout",
              .body_bytes_max = kLogoutBytesMax,
              .handler = {}},
             logout);
  add_guarded(router, services,
              {"GET", "/api/v1/sign-in/provider/proof", Act::kUseAccount,
               [&services](const net::Request& request, const flow::Principal& who) {
                 return begin_proof(services, request, who);
               }});
}

}  // namespace bas::api
