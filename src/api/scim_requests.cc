#include "api/scim_requests.h"

#include "net/http.h"

namespace bas::api {

namespace {

constexpr std::size_t kSubjectBytesMax = 255;
constexpr std::size_t kShownBytesMax = 128;
constexpr std::size_t kOperationsMax = 50;

auto unfit(const char* what) { return fail(ErrorCode::kBadInput, what); }

// Directories write the names of attributes in any case (RFC 7643, section 2.1).
const Json* member(const Json& object, std::string_view name) {
  for (const auto& [key, value] : object.items()) {
    if (net::equal_ignoring_case(key, name)) return &value;
  }
  return nullptr;
}

std::string lower(std::string text) {
  for (char& c : text) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return text;
}

Result<bool> activity(const Json& value) {
  if (value.is_boolean()) return value.get<bool>();
  if (value.is_string()) {
    const std::string text = lower(value.get<std::string>());
    if (text == "true" || text == "false") return text == "true";
  }
  return unfit("`active` must be true or false");
}

Result<flow::ProvidedChange> said_in(const Json& object) {
  flow::ProvidedChange said;
  if (const Json* active = member(object, "active")) said.is_active = TRY(activity(*active));
  const Json* shown = member(object, "displayName");
  if (shown != nullptr && shown->is_string()) {
    said.display_name = shown->get<std::string>().substr(0, kShownBytesMax);
  }
  return said;
}

Result<> apply(flow::ProvidedChange& said, const Json& operation) {
  if (!operation.is_object()) return unfit("an operation must be an object");
  const Json* op = member(operation, "op");
  const std::string word = op != nullptr && op->is_string() ? lower(op->get<std::string>()) : "";
  if (word != "add" && word != "replace" && word != "remove") {
    return unfit("`op` must be add, replace or remove");
  }
  const Json* path = member(operation, "path");
  const bool has_path = path != nullptr && path->is_string();
  const Json* value = member(operation, "value");
  if (word == "remove") {
    const bool is_kept = has_path && net::equal_ignoring_case(path->get<std::string>(), "active");
    return is_kept ? Result<>(unfit("`active` cannot be removed: make it false")) : Result<>();
  }
  if (value == nullptr) return unfit("`value` is needed");
  Json object = *value;
  if (has_path) object = Json{{path->get<std::string>(), *value}};
  if (!object.is_object()) return unfit("`value` must be an object where there is no `path`");
  const auto more = TRY(said_in(object));
  if (more.is_active) said.is_active = more.is_active;
  if (more.display_name) said.display_name = more.display_name;
  return {};
}

std::string text_in(const Json& body, std::string_view name) {
  const Json* found = member(body, name);
  return found != nullptr && found->is_string() ? found->get<std::string>() : std::string();
}

}  // namespace

Result<ScimUser> scim_user_in(const Json& body) {
  ScimUser user;
  user.subject = text_in(body, "userName");
  if (user.subject.empty() || user.subject.size() > kSubjectBytesMax) {
    return unfit("`userName` is needed, 255 bytes at most: the subject of its ID tokens");
  }
  const std::string external = text_in(body, "externalId");
  if (!external.empty() && external != user.subject) {
    return unfit("`externalId` and `userName` must both be the subject of its ID tokens");
  }
  user.said = TRY(said_in(body));
  if (!user.said.is_active) user.said.is_active = true;
  return user;
}

Result<flow::ProvidedChange> scim_patch_in(const Json& body) {
  const Json* operations = member(body, "Operations");
  const bool is_list = operations != nullptr && operations->is_array();
  if (!is_list || operations->empty() || operations->size() > kOperationsMax) {
    return unfit("`Operations` must be a list of 1 to 50");
  }
  flow::ProvidedChange said;
  for (const Json& operation : *operations) TRY(apply(said, operation));
  return said;
}

Result<std::optional<std::string>> scim_filter(std::string_view filter) {
  if (filter.empty()) return std::nullopt;
  const auto space = filter.find(' ');
  const std::string name = lower(std::string(filter.substr(0, space)));
  const std::string_view rest = space == filter.npos ? "" : filter.substr(space + 1);
  const bool is_known = name == "username" || name == "externalid";
  const bool is_equal = rest.size() > 3 && net::equal_ignoring_case(rest.substr(0, 3), "eq ");
  const Json value =
      is_equal ? Json::parse(rest.substr(3), nullptr, false) : Json(Json::value_t::discarded);
  if (is_known && value.is_string()) return std::optional(value.get<std::string>());
  return unfit("only userName eq \"…\" and externalId eq \"…\" are known");
}

}  // namespace bas::api
