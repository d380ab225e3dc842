// Who asks. Whether it may be done is asked of policy at the gate, by the act that each route
// names.
#pragma once

#include <functional>

#include "api/services.h"
#include "net/http.h"
#include "net/router.h"

namespace bas::api {

using policy::Act;

// A handler that knows who asks.
using GuardedHandler = std::function<net::Response(const net::Request&, const flow::Principal&)>;

// A route that answers 401 without a living session or token, 403 where policy refuses, and 403 to
// a write with a session cookie that another site's page has sent.
struct GuardedRoute {
  std::string method;
  std::string pattern;
  Act act;
  GuardedHandler handler;
  std::size_t body_bytes_max = 64 * 1024;
  bool is_of_page = false;  // pages ask it by themselves, which keeps no session alive
};
std::function<net::Response(const net::Request&)> guard(Services& services, GuardedRoute route);
void add_guarded(net::Router& router, Services& services, GuardedRoute route);

// A GET route whose handler may fail; a failure is answered as its problem.
struct ReadingRoute {
  std::string pattern;
  Act act;
  std::function<Result<net::Response>(Services&, const net::Request&)> handler;
};
void add_reading(net::Router& router, Services& services, ReadingRoute route);

// A POST or PATCH route with a JSON body or none, otherwise the same.
struct WritingRoute {
  std::string method;
  std::string pattern;
  Act act;
  std::function<Result<net::Response>(Services&, const net::Request&)> handler;
  std::size_t body_bytes_max = 64 * 1024;
};
void add_writing(net::Router& router, Services& services, WritingRoute route);

// The same where it matters who acts: the handler is told the account.
struct ActingRoute {
  std::string method;
  std::string pattern;
  Act act;
  std::function<Result<net::Response>(Services&, const net::Request&, const User& who)> handler;
  std::size_t body_bytes_max = 64 * 1024;
};
void add_acting(net::Router& router, Services& services, ActingRoute route);

inline constexpr std::string_view kSessionCookie = "__Host-bas";
// Shows that an account has come in from this browser; opens nothing (flow/device_marks.h).
inline constexpr std::string_view kDeviceCookie = "__Host-bas-device";

}  // namespace bas::api
