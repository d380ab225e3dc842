#include "api/access.h"

#include "api/answers.h"

namespace bas::api {

namespace {

struct Credentials {
  std::string_view secret;
  bool is_cookie = false;
};

Credentials credentials_of(const net::Request& request) {
  constexpr std::string_view kBearer = "Bearer ";
  const std::string_view authorization = request.header("authorization");
  if (authorization.starts_with(kBearer)) return {authorization.substr(kBearer.size()), false};
  return {request.cookie(kSessionCookie), true};
}

// A browser says where a request comes from; another site's page must not act with our cookie.
bool is_from_another_site(const net::Request& request) {
  const std::string_view site = request.header("sec-fetch-site");
  if (!site.empty()) return site != "same-origin" && site != "none";
  const std::string_view origin = request.header("origin");
  const std::string_view host = request.header("host");
  return !origin.empty() && !origin.ends_with("://" + std::string(host));
}

bool is_write(const net::Request& request) {
  return request.method != "GET" && request.method != "HEAD";
}

// What a person does: a write, or asking for one thing by its name. Pages ask for whole listings
// and the session by themselves, and the stream again after a cut: that keeps no session alive.
bool is_use(const GuardedRoute& route) {
  if (route.is_of_page) return false;
  return route.method != "GET" || route.pattern.find('{') != std::string::npos;
}

net::Response guarded(Services& services, const GuardedRoute& route, const net::Request& request) {
  const Credentials credentials = credentials_of(request);
  if (credentials.secret.empty()) {
    return problem({ProblemType::kUnauthenticated, {}, request.id});
  }
  if (credentials.is_cookie && is_write(request) && is_from_another_site(request)) {
    return problem({ProblemType::kForbidden,
                    "A page of another site sent this; use the console or a token.", request.id});
  }
  const auto principal = services.accounts.principal(credentials.secret);
  if (!principal && principal.error().code != ErrorCode::kRefused) {
    return problem(principal.error(), request.id);
  }
  if (!principal) {
    return problem({ProblemType::kUnauthenticated, principal.error().text, request.id});
  }
  const auto entered = services.gate.enter(route.act, request.method + ' ' + request.path,
                                           {principal->user, request.remote_address});
  if (!entered) return problem(entered.error(), request.id);
  if (is_use(route)) services.sessions.note_use(principal->credential);
  return route.handler(request, *principal);
}

}  // namespace

std::function<net::Response(const net::Request&)> guard(Services& services, GuardedRoute route) {
  return [&services, route = std::move(route)](const net::Request& request) {
    return guarded(services, route, request);
  };
}

void add_guarded(net::Router& router, Services& services, GuardedRoute route) {
  net::Route added{.method = route.method,
                   .pattern = route.pattern,
                   .run = net::Run::kWorker,
                   .body_bytes_max = route.body_bytes_max,
                   .handler = {}};
  added.handler = [answer = guard(services, std::move(route))](const net::Request& request,
                                                               const net::Respond& respond) {
    respond(answer(request));
  };
  router.add(std::move(added));
}

void add_reading(net::Router& router, Services& services, ReadingRoute route) {
  add_writing(router, services,
              {.method = "GET",
               .pattern = std::move(route.pattern),
               .act = route.act,
               .handler = std::move(route.handler),
               .body_bytes_max = 0});
}

void add_writing(net::Router& router, Services& services, WritingRoute route) {
  add_acting(router, services,
             {.method = std::move(route.method),
              .pattern = std::move(route.pattern),
              .act = route.act,
              .handler = [handler = std::move(route.handler)](
                             Services& given, const net::Request& request,
                             const User&) { return handler(given, request); },
              .body_bytes_max = route.body_bytes_max});
}

void add_acting(net::Router& router, Services& services, ActingRoute route) {
  add_guarded(router, services,
              {.method = std::move(route.method),
               .pattern = std::move(route.pattern),
               .act = route.act,
               .handler =
                   [&services, handler = std::move(route.handler)](const net::Request& request,
                                                                   const flow::Principal& who) {
                     auto answer = handler(services, request, who.user);
                     return answer ? std::move(*answer) : problem(answer.error(), request.id);
                   },
               .body_bytes_max = route.body_bytes_max});
}

}  // namespace bas::api
