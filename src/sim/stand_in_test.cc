#include "sim/test_stand_in.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <sstream>
#include <utility>

#include "cameras/adapter.h"
#include "model/plate.h"

namespace bas::sim {
namespace {

net::Response json(int status, const nlohmann::json& body) {
  net::Response response;
  response.status = status;
  response.content_type = "application/json";
  response.body = body.dump();
  return response;
}

}  // namespace

StandIn::StandIn() : hub_({}, clock_) {
  net::Router router;
  add(router, "POST", "/api/v1/zones", [this](const auto& r) { return create(zones_, r, "code"); });
  add(router, "GET", "/api/v1/sites", [this](const auto&) { return list(sites_); });
  add(router, "POST", "/api/v1/sites", [this](const auto& r) { return create(sites_, r, "name"); });
  add(router, "GET", "/api/v1/cameras", [this](const auto&) { return list(cameras_); });
  add(router, "POST", "/api/v1/cameras",
      [this](const auto& r) { return create(cameras_, r, "name"); });
  add(router, "POST", "/api/v1/cameras/{id}/key", [this](const net::Request& r) {
    ++new_keys;
    return json(201, {{"ingest_key", "key-" + std::string(r.path_value("id"))}});
  });
  add(router, "POST", "/api/v1/lists", [this](const auto& r) { return create(lists_, r, "name"); });
  add(router, "POST", "/api/v1/lists/{name}/import", [this](const auto& r) { return import(r); });
  add(router, "POST", "/ingest/{key}", [this](const auto& r) { return take(r); });
  add(router, "GET", "/api/v1/stream", [this](const auto&) {
    net::Response response;
    response.events = hub_.subscribe({});
    return response;
  });
  auto opened = net::Server::open({}, std::make_shared<const net::Router>(std::move(router)));
  EXPECT_TRUE(opened) << (opened ? "" : opened.error().text);
  server_ = std::move(*opened);
}

std::string StandIn::url() const { return fmt::format("http://127.0.0.1:{}", server_->port()); }

void StandIn::add(net::Router& router, std::string method, std::string pattern, Answer answer) {
  router.add({std::move(method), std::move(pattern), net::Run::kInline, 8 << 20,
              [answer](net::Request request, net::Respond respond) {
                const bool is_camera = request.path.starts_with("/ingest/");
                if (!is_camera && request.header("Authorization") != "Bearer token")
                  return respond(json(401, Json::object()));
                respond(answer(request));
              }});
}

net::Response StandIn::create(Things& things, const net::Request& request, const char* name) {
  const std::lock_guard lock(mutex_);
  Json thing = Json::parse(request.body);
  if (things.contains(thing[name])) return json(409, Json::object());
  const std::string id = fmt::format("id{:04}", ++ids_);
  thing["id"] = id;
  thing["ingest_key"] = "key-" + id;
  things[thing[name]] = thing;
  return json(201, thing);
}

net::Response StandIn::list(const Things& things) {
  const std::lock_guard lock(mutex_);
  Json items = Json::array();
  for (const auto& [name, thing] : things) {
    items.push_back(thing);
    items.back().erase("ingest_key");
  }
  return json(200, {{"items", items}});
}

net::Response StandIn::import(const net::Request& request) {
  const std::lock_guard lock(mutex_);
  std::istringstream lines(request.body);
  std::string line;
  std::getline(lines, line);
  while (std::getline(lines, line)) listed_.insert(canonical_plate(line.substr(0, line.find(','))));
  return json(202, {{"number", 1}, {"state", "applied"}});
}

net::Response StandIn::take(const net::Request& request) {
  if (++messages <= refuse_first) return json(503, Json::object());
  const auto decoded = cameras::decode(
      {request.header("Content-Type"), request.body, clock_.now() + std::chrono::minutes(1)});
  if (!decoded) {
    ++undecoded;
    return json(400, Json::object());
  }
  const std::lock_guard lock(mutex_);
  int stored = 0;
  for (const cameras::Decoded& read : decoded->decoded) {
    const bool is_new = events_.insert(read.facts.device_id + "|" + read.facts.event_id).second;
    is_new ? ++stored : ++repeated;
    if (!is_new || !listed_.contains(read.facts.plate_raw)) continue;
    const std::string camera = std::string(request.path_value("key")).substr(4);
    hub_.publish(
        "hits", "hit.created",
        Json{{"camera", {{"id", camera}}}, {"captured_at", format_rfc3339(read.facts.captured_at)}}
            .dump());
  }
  return json(200, {{"stored", stored}, {"repeated", 0}});
}

}  // namespace bas::sim
