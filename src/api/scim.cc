// Where the directory of the identity provider says who has left (SCIM 2.0).
#include "api/resources.h"
#include "api/scim_answers.h"
#include "api/scim_requests.h"

#include "base/encode.h"
#include "base/file.h"

namespace bas::api {

namespace {

constexpr std::size_t kScimBodyBytesMax = 64 * 1024;
constexpr std::size_t kScimTokenBytesMax = 4096;
constexpr std::size_t kPageMax = 200;

using ScimHandler = Result<net::Response> (*)(flow::Provisioning&, Services&, const net::Request&);

// The file is read anew each time, so that another token needs no restart.
bool is_directory(const Services& services, const net::Request& request) {
  constexpr std::string_view kBearer = "Bearer ";
  const std::string_view given = request.header("authorization");
  auto token = read_file(services.scim_token_file, kScimTokenBytesMax);
  if (!token || !given.starts_with(kBearer)) return false;
  while (token->ends_with('\n') || token->ends_with('\r')) token->pop_back();
  const bool is_right =
      !token->empty() && equal_constant_time(sha256(given.substr(kBearer.size())), sha256(*token));
  wipe(*token);
  return is_right;
}

net::Response scim_answer_to(Services& services, const net::Request& request, ScimHandler handler) {
  if (services.provisioning == nullptr) {
    return scim_error({404, {}, "no directory is configured here: see scim.token_file"});
  }
  if (!is_directory(services, request)) {
    return scim_error({401, {}, "the bearer token is not that of scim.token_file"});
  }
  auto answer = handler(*services.provisioning, services, request);
  return answer ? std::move(*answer) : scim_error(answer.error());
}

void end_stale(Services& services, const flow::ProvidedAccount& account) {
  for (const Credential& one : account.stale) services.followers.end(one.id);
}

Result<Json> scim_body(const net::Request& request) {
  net::Request as_json = request;  // json_body() asks for the usual type
  const std::string_view type = request.header("content-type");
  if (type.starts_with("application/scim+json")) {
    as_json.headers = {{"Content-Type", "application/json"}};
  }
  return json_body(as_json);
}

Result<Id> scim_id(const net::Request& request) {
  const auto id = parse_id(request.path_value("id"));
  if (id) return *id;
  return fail(ErrorCode::kNotFound, "there is no such account of the identity provider");
}

std::size_t page_number(const net::Request& request, std::string_view name, std::size_t otherwise) {
  std::size_t number = 0;
  for (const char c : request.query_value(name)) {
    if (c < '0' || c > '9' || number > 1'000'000) return otherwise;
    number = number * 10 + static_cast<std::size_t>(c - '0');
  }
  return request.query_value(name).empty() ? otherwise : number;
}

Result<net::Response> list_users(flow::Provisioning& people, Services&,
                                 const net::Request& request) {
  const auto subject = scim_filter(request.query_value("filter"));
  if (!subject) return scim_error({400, "invalidFilter", subject.error().text});
  std::vector<User> users;
  if (*subject) {
    if (auto found = TRY(people.user_of(**subject))) users.push_back(std::move(*found));
  } else {
    users = TRY(people.users());
  }
  const std::size_t start = std::max<std::size_t>(page_number(request, "startIndex", 1), 1);
  const std::size_t count = std::min(page_number(request, "count", kPageMax), kPageMax);
  return scim_answer(scim_list_json(users, {start, count}));
}

Result<net::Response> get_user(flow::Provisioning& people, Services&, const net::Request& request) {
  const Id id = TRY(scim_id(request));
  const auto user = TRY(people.user(id));
  if (user) return scim_answer(scim_user_json(*user));
  return fail(ErrorCode::kNotFound, "there is no such account of the identity provider");
}

Result<net::Response> add_scim_user(flow::Provisioning& people, Services&,
                                    const net::Request& request) {
  const Json body = TRY(scim_body(request));
  const auto wanted = TRY(scim_user_in(body));
  const User made = TRY(people.add(wanted.subject, wanted.said));
  const Json json = scim_user_json(made);
  net::Response response = scim_answer(json, 201);
  response.headers.push_back({"Location", json["meta"]["location"].get<std::string>()});
  return response;
}

Result<net::Response> changed(flow::Provisioning& people, Services& services, const Id& id,
                              const flow::ProvidedChange& said) {
  const auto account = TRY(people.change(id, said));
  end_stale(services, account);
  return scim_answer(scim_user_json(account.user));
}

Result<net::Response> put_user(flow::Provisioning& people, Services& services,
                               const net::Request& request) {
  const Id id = TRY(scim_id(request));
  const Json body = TRY(scim_body(request));
  const auto wanted = TRY(scim_user_in(body));
  const auto known = TRY(people.user(id));
  if (known && known->identity->subject != wanted.subject) {
    return scim_error({400, "mutability", "who an account is of never changes: `userName`"});
  }
  return changed(people, services, id, wanted.said);
}

Result<net::Response> patch_user(flow::Provisioning& people, Services& services,
                                 const net::Request& request) {
  const Id id = TRY(scim_id(request));
  const Json body = TRY(scim_body(request));
  const auto said = TRY(scim_patch_in(body));
  return changed(people, services, id, said);
}

Result<net::Response> remove_user(flow::Provisioning& people, Services& services,
                                  const net::Request& request) {
  const Id id = TRY(scim_id(request));
  const auto account = TRY(people.remove(id));
  end_stale(services, account);
  net::Response response;
  response.status = 204;
  return response;
}

Result<net::Response> config(flow::Provisioning&, Services&, const net::Request&) {
  return scim_answer(scim_config_json());
}

// So that no page of the console tells a program that all is well.
Result<net::Response> unknown(flow::Provisioning&, Services&, const net::Request&) {
  return scim_error({404, {}, "of SCIM only ServiceProviderConfig and Users are spoken here"});
}

}  // namespace

void add_scim(net::Router& router, Services& services) {
  const auto add = [&](const char* method, const char* pattern, ScimHandler handler) {
    router.add(
        {.method = method,
         .pattern = pattern,
         .run = net::Run::kWorker,
         .body_bytes_max = kScimBodyBytesMax,
         .handler = [&services, handler](const net::Request& request, const net::Respond& respond) {
           respond(scim_answer_to(services, request, handler));
         }});
  };
  add("GET", "/scim/v2/ServiceProviderConfig", config);
  add("GET", "/scim/v2/Users", list_users);
  add("POST", "/scim/v2/Users", add_scim_user);
  add("GET", "/scim/v2/Users/{id}", get_user);
  add("PUT", "/scim/v2/Users/{id}", put_user);
  add("PATCH", "/scim/v2/Users/{id}", patch_user);
  add("DELETE", "/scim/v2/Users/{id}", remove_user);
  for (const char* method : {"GET", "POST", "PUT", "PATCH", "DELETE"}) {
    add(method, "/scim/{path...}", unknown);
  }
}

}  // namespace bas::api
