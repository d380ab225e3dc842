#include <algorithm>
#include <nlohmann/json.hpp>

#include "api/access.h"
#include "api/json_members.h"
#include "api/openapi.h"
#include "api/resources.h"

namespace bas::api {

namespace {

constexpr std::size_t kUnknownBodyBytesMax = 1u << 20;

net::Response text_answer(std::string body, int status = 200) {
  net::Response response;
  response.status = status;
  response.content_type = "text/plain; charset=utf-8";
  response.body = std::move(body);
  response.headers.push_back({"Cache-Control", "no-store"});
  return response;
}

net::Response readyz(Services& services, const net::Request& request) {
  std::string lines;
  bool is_ready = true;
  for (const ReadinessCheck& check : services.readiness) {
    const std::string failure = check.failure();
    is_ready = is_ready && failure.empty();
    lines += check.name + (failure.empty() ? ": ok\n" : ": " + failure + "\n");
  }
  const bool is_verbose =
      std::ranges::any_of(request.query, [](const auto& pair) { return pair.first == "verbose"; });
  std::string body = is_ready ? "ready\n" : "not ready\n";
  return text_answer(is_verbose ? lines + body : body, is_ready ? 200 : 503);
}

Json checks_json(const Services& services) {
  Json checks = Json::array();
  for (const ReadinessCheck& check : services.readiness) {
    const std::string failure = check.failure();
    Json one = {{"name", check.name}, {"ok", failure.empty()}};
    put(one, "failure", failure);
    checks.push_back(std::move(one));
  }
  return checks;
}

Json disk_json(const SystemFacts& facts) {
  return {{"free_bytes", facts.disk_free_bytes},
          {"bytes", facts.disk_bytes},
          {"floor_bytes", facts.disk_floor_bytes},
          {"free_at_start_bytes", facts.disk_free_at_start_bytes}};
}

// How the machine fares, for whoever keeps it running. No plate, no person.
Result<net::Response> system_state(Services& services, const net::Request&) {
  const SystemFacts facts = services.system_facts ? services.system_facts() : SystemFacts{};
  Json stores = Json::array();
  for (const auto& [name, bytes] : facts.stores) {
    stores.push_back({{"name", name}, {"bytes", bytes}});
  }
  Json expiry = {{"every_ms", facts.erased_every.count()}};
  put(expiry, "ran_at", facts.erased_at);
  if (facts.erasure_overdue) expiry["overdue_ms"] = facts.erasure_overdue->count();
  return json_answer({{"version", facts.version},
                      {"started_at", format_rfc3339(services.started_at)},
                      {"now", format_rfc3339(services.clock.now())},
                      {"checks", checks_json(services)},
                      {"disk", disk_json(facts)},
                      {"stores", std::move(stores)},
                      {"expiry", std::move(expiry)},
                      {"stream_clients", facts.stream_clients},
                      {"queued_reads", facts.queued_reads},
                      {"spooled_uses", facts.spooled_uses}});
}

void add_open(net::Router& router, const char* pattern,
              std::function<net::Response(const net::Request&)> handler) {
  router.add({.method = "GET",
              .pattern = pattern,
              .run = net::Run::kInline,
              .body_bytes_max = 0,
              .handler = [handler = std::move(handler)](const net::Request& request,
                                                        const net::Respond& respond) {
                respond(handler(request));
              }});
}

net::Response metrics_answer(Services& services) {
  net::Response response = text_answer(services.metrics.text());
  response.content_type = "text/plain; version=0.0.4; charset=utf-8";
  return response;
}

// Below these addresses only what the contract names is served: the console's page, which answers
// every other address, would tell a program that all is well.
void add_unknown(net::Router& router) {
  for (const char* method : {"GET", "POST", "PUT", "PATCH", "DELETE"}) {
    for (const char* pattern : {"/api/{path...}", "/ingest/{path...}"}) {
      router.add({.method = method,
                  .pattern = pattern,
                  .run = net::Run::kInline,
                  .body_bytes_max = kUnknownBodyBytesMax,
                  .handler = [](const net::Request& request, const net::Respond& respond) {
                    respond(problem({ProblemType::kNotFound, {}, request.id}));
                  }});
    }
  }
}

net::Response to_docs_page() {
  net::Response response = text_answer({}, 302);
  response.headers.push_back({"Location", "/api-docs/"});
  return response;
}

// The machine itself may ask without a token, so that a collector beside the server needs none.
void add_metrics(net::Router& router, Services& services) {
  const auto for_accounts =
      guard(services, {"GET", "/metrics", Act::kSeeSystem,
                       [&services](const net::Request&, const flow::Principal&) {
                         return metrics_answer(services);
                       }});
  router.add({.method = "GET",
              .pattern = "/metrics",
              .run = net::Run::kWorker,
              .body_bytes_max = 0,
              .handler = [&services, for_accounts](const net::Request& request,
                                                   const net::Respond& respond) {
                respond(request.is_loopback ? metrics_answer(services) : for_accounts(request));
              }});
}

}  // namespace

void add_system(net::Router& router, Services& services) {
  add_open(router, "/livez", [](const net::Request&) { return text_answer("alive\n"); });
  for (const char* pattern : {"/readyz", "/healthz"}) {
    add_open(router, pattern,
             [&services](const net::Request& request) { return readyz(services, request); });
  }
  add_open(router, "/api/openapi.json", [](const net::Request&) {
    net::Response response = text_answer(std::string(openapi_json()));
    response.content_type = "application/json";
    return response;
  });
  add_open(router, "/api/docs", [](const net::Request&) { return to_docs_page(); });
  add_reading(router, services, {"/api/v1/system", Act::kSeeSystem, system_state});
  add_metrics(router, services);
  add_unknown(router);
}

}  // namespace bas::api
