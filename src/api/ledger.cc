// The ledger: its files for whoever checks it, and what it says for whoever oversees.
#include <nlohmann/json.hpp>

#include "api/access.h"
#include "api/fields.h"
#include "api/json_members.h"
#include "api/resources.h"
#include "api/use_views.h"

namespace bas::api {

namespace {

// A tile that is full never changes; one that is not answers for its own width for ever too.
net::Response file_answer(const Result<std::string>& bytes, const net::Request& request) {
  if (!bytes) return problem(bytes.error(), request.id);
  net::Response response;
  response.content_type = "application/octet-stream";
  response.body = *bytes;
  response.headers = {{"Cache-Control", "public, max-age=31536000, immutable"},
                      {"X-Content-Type-Options", "nosniff"}};
  return response;
}

net::Response note_answer(std::string note) {
  net::Response response;
  response.content_type = "text/plain; charset=utf-8";
  response.body = std::move(note);
  response.headers = {{"Cache-Control", "no-cache"}};
  return response;
}

void add_open_file(net::Router& router, const char* pattern,
                   std::function<net::Response(const net::Request&)> handler) {
  router.add({.method = "GET",
              .pattern = pattern,
              .run = net::Run::kWorker,
              .body_bytes_max = 0,
              .handler = [handler = std::move(handler)](const net::Request& request,
                                                        const net::Respond& respond) {
                respond(handler(request));
              }});
}

Result<net::Response> ledger_state(Services& services, const net::Request&) {
  const auto verifier = services.ledger.verifier();
  Json witnesses = Json::array();
  for (const flow::WitnessState& state : services.witnesses.states()) {
    Json one = {{"name", state.name}, {"size", state.size}};
    put(one, "seen_at", state.seen_at);
    put(one, "failure", state.failure);
    witnesses.push_back(std::move(one));
  }
  Json json = {
      {"origin", verifier.key.name},       {"public_key", verifier.text()},
      {"size", services.ledger.size()},    {"checkpoint", services.ledger.checkpoint()},
      {"witnesses", std::move(witnesses)}, {"witness_missing", services.witnesses.is_missing()}};
  put(json, "witnessed_checkpoint", services.witnesses.note());
  json["break_glass"] = Json::array();
  for (const Credential& open : TRY(services.accounts.broken_glass())) {
    json["break_glass"].push_back(
        {{"since", format_rfc3339(open.created_at)}, {"until", format_rfc3339(*open.expires_at)}});
  }
  return json_answer(json);
}

// For what this role reads the ledger (rule R57).
policy::LogReason reason_of(Role role) {
  switch (role) {
    case Role::kZoneAdministrator: return policy::LogReason::kSelfMonitoring;
    case Role::kMagistrateOffice: return policy::LogReason::kCriminalProceedings;
    default: return policy::LogReason::kLawfulness;
  }
}

// Whoever reads the ledger stands in it too, before he has read.
Result<> open_ledger(Services& services, const net::Request& request, const User& who,
                     std::size_t results) {
  policy::Request asked;
  asked.act = Act::kReadLog;
  asked.log.why = reason_of(who.role);
  asked.log.partition = flow::partition_of(name_of(who.role));
  flow::Use use;
  use.facts.what = "ledger";
  use.facts.results = results;
  TRY(services.gate.pass(std::move(asked), std::move(use), {who, request.remote_address}));
  return {};
}

Result<net::Response> ledger_entries(Services& services, const net::Request& request,
                                     const User& who) {
  TRY(open_ledger(services, request, who, 0));
  return file_answer(
      services.ledger.file("tile/entries/" + std::string(request.path_value("path"))), request);
}

Result<net::Response> uses(Services& services, const net::Request& request, const User& who) {
  constexpr std::size_t kNewest = std::size_t{1} << 53;  // as exact as numbers of JSON are
  const auto before = TRY(
      query_number(request, {.name = "before", .least = 0, .most = kNewest, .otherwise = kNewest}));
  const auto limit =
      TRY(query_number(request, {.name = "limit", .least = 1, .most = 500, .otherwise = 100}));
  auto read = TRY(services.uses.latest(before, limit, flow::partition_of(name_of(who.role))));
  const bool has_more = read.size() == limit && read.back().number > 0;
  const std::uint64_t next = read.empty() ? 0 : read.back().number;
  // An administrator of a zone checks the own one (rule R57).
  if (who.role == Role::kZoneAdministrator) {
    std::erase_if(read, [own = services.gate.zone_code(who.zone)](const flow::LoggedUse& one) {
      return one.facts.zone != own;
    });
  }
  TRY(open_ledger(services, request, who, read.size()));
  const AccountNames names = TRY(account_names(services));
  Json items = Json::array();
  for (const flow::LoggedUse& one : read) items.push_back(use_json(one, names));
  Json body = {{"items", std::move(items)}};
  if (has_more) body["next"] = next;
  return json_answer(body);
}

}  // namespace

void add_ledger(net::Router& router, Services& services) {
  add_open_file(router, "/ledger/checkpoint", [&services](const net::Request&) {
    return note_answer(services.ledger.checkpoint());
  });
  add_open_file(router, "/ledger/witnessed", [&services](const net::Request& request) {
    std::string note = services.witnesses.note();
    if (!note.empty()) return note_answer(std::move(note));
    return problem({ProblemType::kNotFound, "No witness has cosigned yet.", request.id});
  });
  add_open_file(router, "/ledger/tile/{path...}", [&services](const net::Request& request) {
    // Entries are behind the right to see them, however their name is written.
    const std::string path = "tile/" + std::string(request.path_value("path"));
    const auto named = ledger::parse_tile_path(path);
    if (!named || named->is_entries) return problem({ProblemType::kNotFound, {}, request.id});
    return file_answer(services.ledger.file(path), request);
  });
  add_acting(router, services,
             {"GET", "/ledger/tile/entries/{path...}", Act::kReadLog, ledger_entries, 0});
  add_reading(router, services, {"/api/v1/ledger", Act::kSeeProvince, ledger_state});
  add_acting(router, services, {"GET", "/api/v1/ledger/uses", Act::kReadLog, uses});
}

}  // namespace bas::api
