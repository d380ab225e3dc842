// Which handler answers a method and a path.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "net/http.h"

namespace bas::net {

// kInline handlers run on a network thread and must not block; kWorker ones run on a small pool.
enum class Run { kInline, kWorker };

// `pattern` is made of whole segments: "/api/v1/hits/{id}". A last segment "{name...}" takes the
// rest of the path, also an empty one. A literal segment wins over {name}, {name} over {name...}.
struct Route {
  std::string method;
  std::string pattern;
  Run run = Run::kInline;
  std::size_t body_bytes_max = 0;
  Handler handler;
};

// Exactly one holds: `route` is set; `allow` is set (path known, method not); neither (not found).
struct Found {
  const Route* route = nullptr;
  NamedValues path_values;
  std::string allow;
};

// Filled before it is shared; then threads: any. HEAD finds GET where no HEAD route was added.
class Router {
 public:
  Router();
  ~Router();
  Router(Router&&) noexcept;
  Router& operator=(Router&&) noexcept;

  // A malformed pattern or a second route for one method and pattern stops the process.
  void add(Route route);

  // Cost: one look-up per segment of the path.
  Found find(std::string_view method, std::string_view path) const;

  // Everything added, in order: for comparing with the published contract.
  const std::vector<std::unique_ptr<const Route>>& routes() const { return routes_; }

  // Answers as a server would, on this thread and without a socket: for tests and in-process use.
  void dispatch(Request request, Respond respond) const;

 private:
  struct Node;
  std::vector<std::unique_ptr<const Route>> routes_;
  std::unique_ptr<Node> root_;
};

}  // namespace bas::net
