// A server with the addresses a run needs and nothing behind them, for tests.
#pragma once

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <atomic>
#include <map>
#include <mutex>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <vector>

#include "cameras/adapter.h"
#include "model/plate.h"
#include "net/event_hub.h"
#include "net/server.h"

namespace bas::sim {

class StandIn {
 public:
  StandIn() : hub_({}, clock_) {
    net::Router router;
    add(router, "POST", "/api/v1/zones",
        [this](const auto& r) { return create(zones_, r, "code"); });
    add(router, "GET", "/api/v1/sites", [this](const auto&) { return list(sites_); });
    add(router, "POST", "/api/v1/sites",
        [this](const auto& r) { return create(sites_, r, "name"); });
    add(router, "GET", "/api/v1/cameras", [this](const auto&) { return list(cameras_); });
    add(router, "POST", "/api/v1/cameras",
        [this](const auto& r) { return create(cameras_, r, "name"); });
    add(router, "POST", "/api/v1/cameras/{id}/key", [this](const net::Request& r) {
      ++new_keys;
      return json(201, {{"ingest_key", "key-" + std::string(r.path_value("id"))}});
    });
    add(router, "POST", "/api/v1/lists",
        [this](const auto& r) { return create(lists_, r, "name"); });
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
  ~StandIn() { server_->stop(); }

  std::string url() const { return fmt::format("http://127.0.0.1:{}", server_->port()); }
  std::set<std::string> events() {
    const std::lock_guard lock(mutex_);
    return events_;
  }
  std::size_t listed() {
    const std::lock_guard lock(mutex_);
    return listed_.size();
  }

  std::atomic<int> refuse_first = 0;  // of the messages: so many are answered 503
  std::atomic<int> messages = 0;
  std::atomic<int> repeated = 0;  // reads that had been taken before
  std::atomic<int> new_keys = 0;
  std::atomic<int> undecoded = 0;

 private:
  using Json = nlohmann::json;
  using Things = std::map<std::string, Json>;  // by name

  static net::Response json(int status, const Json& body) {
    net::Response response;
    response.status = status;
    response.content_type = "application/json";
    response.body = body.dump();
    return response;
  }

  void add(net::Router& router, std::string method, std::string pattern, auto answer) {
    router.add({std::move(method), std::move(pattern), net::Run::kInline, 8 << 20,
                [this, answer](net::Request request, net::Respond respond) {
                  const bool is_camera = request.path.starts_with("/ingest/");
                  if (!is_camera && request.header("Authorization") != "Bearer token")
                    return respond(json(401, Json::object()));
                  respond(answer(request));
                }});
  }

  net::Response create(Things& things, const net::Request& request, const char* name) {
    const std::lock_guard lock(mutex_);
    Json thing = Json::parse(request.body);
    if (things.contains(thing[name])) return json(409, Json::object());
    const std::string id = fmt::format("id{:04}", ++ids_);
    thing["id"] = id;
    thing["ingest_key"] = "key-" + id;
    things[thing[name]] = thing;
    return json(201, thing);
  }

  net::Response list(const Things& things) {
    const std::lock_guard lock(mutex_);
    Json items = Json::array();
    for (const auto& [name, thing] : things) {
      items.push_back(thing);
      items.back().erase("ingest_key");
    }
    return json(200, {{"items", items}});
  }

  net::Response import(const net::Request& request) {
    const std::lock_guard lock(mutex_);
    std::istringstream lines(request.body);
    std::string line;
    std::getline(lines, line);
    while (std::getline(lines, line))
      listed_.insert(canonical_plate(line.substr(0, line.find(','))));
    return json(200, {{"added", listed_.size()}});
  }

  net::Response take(const net::Request& request) {
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
      hub_.publish("hits", "hit.created",
                   Json{{"camera", {{"id", camera}}},
                        {"captured_at", format_rfc3339(read.facts.captured_at)}}
                       .dump());
    }
    return json(200, {{"stored", stored}, {"repeated", 0}});
  }

  SystemClock clock_;
  net::EventHub hub_;
  std::mutex mutex_;  // guards the rest but server_
  Things zones_, sites_, cameras_, lists_;
  std::set<std::string> listed_;
  std::set<std::string> events_;
  int ids_ = 0;
  std::unique_ptr<net::Server> server_;
};

}  // namespace bas::sim
