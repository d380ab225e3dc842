// The whole API over a small province, asked without a socket.
#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <future>
#include <nlohmann/json.hpp>

#include "api/answers.h"
#include "api/routes.h"
#include "testkit/ledger_world.h"
#include "testkit/list_world.h"

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
  // Somebody who may ask there.
  static Role role_for(std::string_view path) {
    for (const std::string_view one : {"/api/v1/hits", "/api/v1/incidents", "/api/v1/lists",
                                       "/api/v1/entries", "/api/v1/known"}) {
      if (path.starts_with(one)) return Role::kListManager;
    }
    return Role::kAdministrator;
  }
  Json get(const std::string& path, net::NamedValues query = {}) {
    const net::Response response =
        ask_as(role_for(path), {.path = path, .query = std::move(query)});
    EXPECT_EQ(response.status, 200) << response.body;
    return Json::parse(response.body);
  }

  User add_user(std::string name, Role role) {
    User user;
    user.id = make_id(world_.clock.now(), world_.random);
    user.display_name = name;
    user.name = std::move(name);
    user.role = role;
    user.password_hash = "none";
    user.language = "nl";
    if (role != Role::kAdministrator) user.zone = world_.zone.id;
    user.capacity = usual_capacity(role);
    user.role_until = user.trained_until = world_.clock.now() + std::chrono::days{90};
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

  testkit::ListWorld list_world_;
  testkit::FlowWorld& world_ = list_world_.world;
  flow::Activity activity_;
  Metrics metrics_;
  net::EventHub events_{{}, world_.clock};
  std::unique_ptr<flow::Ingest> ingest_ =
      flow::Ingest::open(
          {*world_.vault, *world_.read_sealer, world_.reads, world_.blobs, *world_.hits,
           *world_.hit_store, activity_, [this](const Read& read) { world_.tally->passed(read); },
           world_.clock, world_.random},
          {})
          .value();
  testkit::LedgerWorld ledger_world_{world_};
  flow::PlateChecks checks_{{*world_.entries, world_.sql->lists(), world_.clock}};
  flow::Sessions sessions_{{world_.sql->accounts(), world_.clock}};
  flow::Accounts accounts_{{world_.sql->accounts(), world_.clock, world_.random, sessions_}};
  flow::SecondFactors factors_{{ledger_world_.papers, world_.clock, world_.key_random}};
  flow::SignInGuard guard_{world_.clock, world_.key_random};
  flow::DeviceMarks devices_{{*world_.vault, world_.clock, world_.key_random}};
  flow::SignIns sign_ins_{{accounts_, factors_, guard_, devices_, sessions_, ledger_world_.uses}};
  flow::GroupMapping no_groups_;
  flow::ProviderAccounts provider_accounts_{{world_.sql->accounts(), *world_.directory, no_groups_,
                                             ledger_world_.uses, world_.clock, world_.random}};
  flow::ProviderSignIns provider_sign_ins_{{nullptr, provider_accounts_, accounts_, sessions_,
                                            world_.sql->accounts(), *world_.vault, world_.clock,
                                            world_.key_random}};
  flow::TokenTrials token_trials_{{nullptr, *world_.directory, no_groups_}};
  flow::Quarantine quarantine_{{world_.sql->quarantine(), world_.blobs, *world_.vault, activity_,
                                world_.clock, world_.random}};
  flow::Judging judging_{{list_world_.verdicts, list_world_.openers, ledger_world_.gate,
                          world_.sql->lists(), world_.sql->revisions()}};
  flow::PursuitRecords pursuit_records_{
      {world_.sql->pursuits(), *world_.vault, [](const flow::PursuitNews&) {}, world_.clock}};
  flow::Pursuits pursuits_{
      {pursuit_records_, judging_, ledger_world_.gate, world_.clock, world_.random}};
  // Nothing leaves a test.
  class NoWay final : public OutletSender {
   public:
    Result<> check(const Outlet&) override { return {}; }
    OutletAnswer send(const Parcel&, std::stop_token) override { return {}; }
  } no_way_;
  std::unique_ptr<flow::Outlets> outlets_ =
      flow::Outlets::open({ledger_world_.papers, no_way_, world_.clock, world_.key_random}).value();
  flow::Deliveries deliveries_{{*outlets_, world_.sql->deliveries(), no_way_,
                                [](OutletAnswer::Verdict) {}, world_.clock, world_.key_random}};
  flow::EntryPuts entry_puts_{{list_world_.actions, ledger_world_.gate}};
  std::unique_ptr<flow::PassageCounts> passages_ =
      flow::PassageCounts::open({world_.clock, world_.folder.path / "passage-counts.json"}).value();
  flow::Statistics statistics_{{world_.sql->hit_facts(), world_.sql->lists(), *world_.directory,
                                *world_.hit_sealer, *passages_, world_.clock}};
  Services services_{.ingest = *ingest_,
                     .directory = *world_.directory,
                     .entries = *world_.entries,
                     .lists = list_world_.lists,
                     .list_reports = list_world_.reports,
                     .list_imports = list_world_.imports,
                     .list_keeper = list_world_.keeper,
                     .revisions = list_world_.revisions,
                     .entry_actions = list_world_.actions,
                     .entry_puts = entry_puts_,
                     .look_back = ledger_world_.look_back,
                     .verdicts = list_world_.verdicts,
                     .judging = judging_,
                     .pursuits = pursuits_,
                     .outlets = *outlets_,
                     .deliveries = deliveries_,
                     .close_plates = ledger_world_.close_plates,
                     .agreements = ledger_world_.agreements,
                     .holds = ledger_world_.holds,
                     .previews = list_world_.previews,
                     .known_plates = list_world_.known_plates,
                     .misreads = list_world_.misreads,
                     .misread_tally = *world_.tally,
                     .travels = *world_.travels,
                     .statistics = statistics_,
                     .searches = ledger_world_.searches,
                     .gate = ledger_world_.gate,
                     .desk = ledger_world_.desk,
                     .openings = ledger_world_.openings,
                     .purposes = ledger_world_.purposes,
                     .entry_openings = ledger_world_.entry_openings,
                     .grants = ledger_world_.grants,
                     .authorisations = ledger_world_.authorisations,
                     .ledger = *ledger_world_.book,
                     .witnesses = *ledger_world_.witnesses,
                     .uses = ledger_world_.uses,
                     .oversight = ledger_world_.oversight,
                     .audits = ledger_world_.audits,
                     .transparency = ledger_world_.transparency,
                     .kept_registers = ledger_world_.kept_registers,
                     .subject_packages = ledger_world_.subject_packages,
                     .checks = checks_,
                     .accounts = accounts_,
                     .sessions = sessions_,
                     .factors = factors_,
                     .sign_ins = sign_ins_,
                     .provider_sign_ins = provider_sign_ins_,
                     .token_trials = token_trials_,
                     .provisioning = nullptr,
                     .quarantine = quarantine_,
                     .activity = activity_,
                     .events = events_,
                     .metrics = metrics_,
                     .clock = world_.clock,
                     .check_source = [](const List&) { return Result<>(); },
                     .registers = [] { return std::vector<RegisterState>(); },
                     .readiness = {},
                     .limits = {}};
  net::Router router_;
};

inline Json json_of(const net::Response& response) { return Json::parse(response.body); }

}  // namespace bas::api
