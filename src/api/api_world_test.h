// The whole API over a small province, asked without a socket.
#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <future>
#include <nlohmann/json.hpp>

#include "api/answers.h"
#include "api/routes.h"
#include "testkit/flow_world.h"

namespace bas::api {

// One request as a test words it.
struct Asked {
  std::string method = "GET";
  std::string path;
  net::NamedValues query = {};
  std::string token = {};
  std::string body = {};
  std::vector<net::Header> headers = {};
};

class ApiTest : public testing::Test {
 protected:
  ApiTest() { add_routes(router_, services_); }

  net::Response ask(Asked asked) {
    net::Request request;
    request.method = std::move(asked.method);
    request.path = std::move(asked.path);
    request.query = std::move(asked.query);
    request.body = std::move(asked.body);
    request.headers = std::move(asked.headers);
    request.id = "request-1";
    request.last_byte_at = world_.clock.steady_now();
    if (!asked.token.empty()) {
      request.headers.push_back({"Authorization", "Bearer " + asked.token});
    }
    if (!request.body.empty() && request.header("content-type").empty()) {
      request.headers.push_back({"Content-Type", "application/json"});
    }
    std::promise<net::Response> promise;
    auto answer = promise.get_future();
    router_.dispatch(std::move(request), [&promise](net::Response response) {
      promise.set_value(std::move(response));
    });
    return answer.get();
  }

  // As an account of that role would.
  net::Response ask_as(Role role, Asked asked) {
    asked.token = token_of(role);
    return ask(std::move(asked));
  }
  Json get(std::string path, net::NamedValues query = {}) {
    const net::Response response =
        ask_as(Role::kAdministrator, {.path = std::move(path), .query = std::move(query)});
    EXPECT_EQ(response.status, 200) << response.body;
    return Json::parse(response.body);
  }

  User add_user(std::string name, Role role, bool is_disabled = false) {
    User user;
    user.id = make_id(world_.clock.now(), world_.random);
    user.display_name = name;
    user.name = std::move(name);
    user.role = role;
    user.password_hash = "none";
    user.language = "nl";
    user.is_disabled = is_disabled;
    EXPECT_TRUE(world_.sql->accounts().add_user(user));
    return user;
  }
  std::string token_of(Role role) {
    const std::string name(name_of(role));
    if (!world_.sql->accounts().user_by_name(name).value()) add_user(name, role);
    return accounts_.issue_token(name, "test", std::chrono::hours{1}).value().secret;
  }

  // What a camera of the province sends of one passage.
  net::Response deliver(std::string_view plate, UtcTime captured_at) {
    const Json body = {{"plate", plate}, {"captured_at", format_rfc3339(captured_at)}};
    return ask({.method = "POST", .path = "/ingest/" + world_.ingest_key, .body = body.dump()});
  }

  testkit::FlowWorld world_;
  flow::Activity activity_;
  Metrics metrics_;
  net::EventHub events_{{}, world_.clock};
  std::unique_ptr<flow::Ingest> ingest_ =
      flow::Ingest::open({*world_.vault, *world_.read_sealer, world_.reads, world_.blobs,
                          *world_.hits, *world_.hit_store, activity_, world_.clock, world_.random},
                         {})
          .value();
  flow::Lists lists_{{world_.sql->lists(), *world_.entries, world_.clock, world_.random}};
  flow::PlateChecks checks_{{*world_.entries, world_.sql->lists(), world_.clock}};
  flow::Accounts accounts_{{world_.sql->accounts(), world_.clock, world_.random}};
  flow::Quarantine quarantine_{{world_.sql->quarantine(), world_.blobs, *world_.vault, activity_,
                                world_.clock, world_.random}};
  flow::Reads reads_{
      {world_.reads, world_.blobs, *world_.hit_store, *world_.read_sealer, *world_.hit_sealer}};
  Services services_{*ingest_, *world_.directory, lists_,  checks_,  accounts_,    quarantine_,
                     reads_,   activity_,         events_, metrics_, world_.clock, {},
                     {}};
  net::Router router_;
};

inline Json json_of(const net::Response& response) { return Json::parse(response.body); }

}  // namespace bas::api
