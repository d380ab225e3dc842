#include "net/router.h"

#include <algorithm>
#include <functional>
#include <map>

#include "base/check.h"
#include "net/problem.h"

namespace bas::net {

struct Router::Node {
  std::map<std::string, std::unique_ptr<Node>, std::less<>> literals;
  std::unique_ptr<Node> value;            // {name}
  std::vector<const Route*> routes;       // of patterns that end here
  std::vector<const Route*> rest_routes;  // of patterns that end here in {name...}
};

namespace {

bool is_value(std::string_view segment) {
  return segment.size() > 2 && segment.front() == '{' && segment.back() == '}';
}

bool is_rest(std::string_view segment) {
  return is_value(segment) && segment.size() > 5 && segment.ends_with("...}");
}

std::vector<std::string_view> split(std::string_view path) {
  std::vector<std::string_view> segments;
  while (!path.empty()) {
    path.remove_prefix(1);
    const std::size_t end = std::min(path.find('/'), path.size());
    segments.push_back(path.substr(0, end));
    path.remove_prefix(end);
  }
  return segments;
}

const Route* choose(const std::vector<const Route*>& routes, std::string_view method) {
  for (const Route* route : routes) {
    if (route->method == method) return route;
  }
  return method == "HEAD" ? choose(routes, "GET") : nullptr;
}

// The values of {name}s in order of the pattern.
NamedValues bind(const Route& route, std::string_view path) {
  NamedValues values;
  std::string_view pattern = route.pattern;
  while (!pattern.empty()) {
    pattern.remove_prefix(1);
    if (!path.empty()) path.remove_prefix(1);
    const std::size_t pattern_end = std::min(pattern.find('/'), pattern.size());
    const std::size_t path_end = std::min(path.find('/'), path.size());
    const std::string_view segment = pattern.substr(0, pattern_end);
    if (is_rest(segment)) {
      values.emplace_back(segment.substr(1, segment.size() - 5), path);
    } else if (is_value(segment)) {
      values.emplace_back(segment.substr(1, segment.size() - 2), path.substr(0, path_end));
    }
    pattern.remove_prefix(pattern_end);
    path.remove_prefix(path_end);
  }
  return values;
}

// What was seen on the way through the tree.
struct Search {
  std::string_view method;
  const Route* route = nullptr;
  std::vector<const Route*> others;  // same path, other method

  bool try_routes(const std::vector<const Route*>& routes) {
    route = choose(routes, method);
    if (!route) others.insert(others.end(), routes.begin(), routes.end());
    return route != nullptr;
  }
};

std::string allow_of(const std::vector<const Route*>& routes) {
  std::vector<std::string> methods;
  for (const Route* route : routes) {
    methods.push_back(route->method);
    if (route->method == "GET") methods.emplace_back("HEAD");
  }
  std::sort(methods.begin(), methods.end());
  methods.erase(std::unique(methods.begin(), methods.end()), methods.end());
  std::string allow;
  for (const std::string& method : methods) allow += (allow.empty() ? "" : ", ") + method;
  return allow;
}

// The literal branch first, then {name}, then {name...}: the first that takes the method wins. A
// path that an exacter pattern knows under another method is not left to a {name...}.
template <typename Node>
bool descend(const Node& node, std::string_view path, Search& search) {
  if (path.empty()) return search.try_routes(node.routes) || search.try_routes(node.rest_routes);
  const std::string_view rest = path.substr(1);
  const std::size_t end = std::min(rest.find('/'), rest.size());
  const std::string_view segment = rest.substr(0, end);
  const auto literal = node.literals.find(segment);
  if (literal != node.literals.end() && descend(*literal->second, rest.substr(end), search)) {
    return true;
  }
  if (node.value && !segment.empty() && descend(*node.value, rest.substr(end), search)) return true;
  return search.others.empty() && search.try_routes(node.rest_routes);
}

}  // namespace

Router::Router() : root_(std::make_unique<Node>()) {}
Router::~Router() = default;
Router::Router(Router&&) noexcept = default;
Router& Router::operator=(Router&&) noexcept = default;

void Router::add(Route route) {
  check(route.pattern.starts_with('/') && !route.method.empty() && route.handler);
  const Route* added = routes_.emplace_back(std::make_unique<const Route>(std::move(route))).get();
  Node* node = root_.get();
  std::vector<const Route*>* ends = nullptr;
  for (const std::string_view segment : split(added->pattern)) {
    check(ends == nullptr);  // {name...} must stand last
    if (is_rest(segment)) {
      ends = &node->rest_routes;
      continue;
    }
    auto& next = is_value(segment) ? node->value : node->literals[std::string{segment}];
    if (!next) next = std::make_unique<Node>();
    node = next.get();
  }
  if (!ends) ends = &node->routes;
  check(std::none_of(ends->begin(), ends->end(),
                     [&](const Route* other) { return other->method == added->method; }));
  ends->push_back(added);
}

Found Router::find(std::string_view method, std::string_view path) const {
  Found found;
  if (!path.starts_with('/')) return found;
  Search search{method, nullptr, {}};
  if (descend(*root_, path, search)) {
    found.route = search.route;
    found.path_values = bind(*search.route, path);
  } else {
    found.allow = allow_of(search.others);
  }
  return found;
}

void Router::dispatch(Request request, Respond respond) const {
  Found found = find(request.method, request.path);
  if (!found.route) {
    Response response = problem(found.allow.empty() ? not_found() : method_not_allowed());
    if (!found.allow.empty()) response.headers.push_back({"Allow", found.allow});
    respond(std::move(response));
    return;
  }
  if (request.body.size() > found.route->body_bytes_max) {
    respond(problem(body_too_large(found.route->body_bytes_max)));
    return;
  }
  request.path_values = std::move(found.path_values);
  found.route->handler(std::move(request), std::move(respond));
}

}  // namespace bas::net
