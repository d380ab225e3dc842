// Grave acts: those of a person who has just shown again who it is. A session that was left open,
// or taken over, cannot do them.
#pragma once

#include "api/access.h"

namespace bas::api {

// A guarded route whose handler may fail. Who has a session must have given a password or a code in
// the last minutes (flow/sessions.h): otherwise the answer is proof-needed, and nothing is done. A
// token needs none: no person holds it, and making one is a grave act itself.
struct GraveRoute {
  std::string method;
  std::string pattern;
  Act act;
  std::function<Result<net::Response>(Services&, const net::Request&, const flow::Principal&)>
      handler;
};
void add_grave(net::Router& router, Services& services, GraveRoute route);

// The same for what a program may not do at all: a token is refused.
void add_personal(net::Router& router, Services& services, GraveRoute route);

}  // namespace bas::api
