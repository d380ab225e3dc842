#include "api/scim_answers.h"

namespace bas::api {

namespace {

constexpr const char* kUserSchema = "urn:ietf:params:scim:schemas:core:2.0:User";
constexpr const char* kListSchema = "urn:ietf:params:scim:api:messages:2.0:ListResponse";
constexpr const char* kErrorSchema = "urn:ietf:params:scim:api:messages:2.0:Error";
constexpr const char* kConfigSchema = "urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig";

}  // namespace

net::Response scim_answer(const Json& body, int status) {
  net::Response response = json_answer(body, status);
  response.content_type = "application/scim+json";
  return response;
}

net::Response scim_error(const ScimError& error) {
  Json body = {{"schemas", {kErrorSchema}}, {"status", std::to_string(error.status)}};
  if (!error.type.empty()) body["scimType"] = error.type;
  body["detail"] = error.detail;
  net::Response response = scim_answer(body, error.status);
  if (error.status == 401) response.headers.push_back({"WWW-Authenticate", "Bearer"});
  return response;
}

net::Response scim_error(const Error& error) {
  switch (error.code) {
    case ErrorCode::kBadInput: return scim_error({400, "invalidValue", error.text});
    case ErrorCode::kNotFound: return scim_error({404, {}, error.text});
    case ErrorCode::kConflict: return scim_error({409, "uniqueness", error.text});
    case ErrorCode::kUnavailable: return scim_error({503, {}, error.text});
    default: return scim_error({500, {}, "the server could not do it: its log says why"});
  }
}

Json scim_user_json(const User& user) {
  const std::string& subject = user.identity->subject;
  const std::string id = to_string(user.id);
  return {{"schemas", {kUserSchema}},
          {"id", id},
          {"externalId", subject},
          {"userName", subject},
          {"displayName", user.display_name},
          {"active", !user.is_disabled},
          {"meta",
           {{"resourceType", "User"},
            {"created", format_rfc3339(user.created_at)},
            {"location", std::string(kScimUsers) + "/" + id}}}};
}

Json scim_list_json(const std::vector<User>& users, const ScimPage& page) {
  Json resources = Json::array();
  for (std::size_t i = page.start - 1; i < users.size() && resources.size() < page.count; ++i) {
    resources.push_back(scim_user_json(users[i]));
  }
  return {{"schemas", {kListSchema}},
          {"totalResults", users.size()},
          {"startIndex", page.start},
          {"itemsPerPage", resources.size()},
          {"Resources", std::move(resources)}};
}

Json scim_config_json() {
  const Json no = {{"supported", false}};
  return {{"schemas", {kConfigSchema}},
          {"patch", {{"supported", true}}},
          {"bulk", {{"supported", false}, {"maxOperations", 0}, {"maxPayloadSize", 0}}},
          {"filter", {{"supported", true}, {"maxResults", 200}}},
          {"changePassword", no},
          {"sort", no},
          {"etag", no},
          {"authenticationSchemes",
           {{{"type", "oauthbearertoken"},
             {"name", "Bearer token"},
             {"description", "The text of scim.token_file"}}}}};
}

}  // namespace bas::api
