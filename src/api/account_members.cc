#include "api/account_members.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

namespace bas::api {

namespace {

constexpr std::size_t kPasswordBytesMin = 8;

}  // namespace

Result<std::string> password_member(const Json& body) {
  std::string password = TRY(text_member(body, {.name = "password", .bytes_max = 1024}));
  if (password.size() >= kPasswordBytesMin) return password;
  return fail(ErrorCode::kBadInput, "`password` must hold 8 bytes or more");
}

Result<Role> role_member(const Json& body) {
  const auto role = role_from(TRY(text_member(body, {.name = "role"})));
  if (role) return *role;
  return fail(ErrorCode::kBadInput,
              fmt::format("`role` must be one of: {}", fmt::join(role_names(), ", ")));
}

Result<std::string> language_member(const Json& body) {
  std::string language = TRY(text_member(body, {.name = "language", .is_required = false}));
  if (language.empty()) return std::string("nl");
  for (const std::string_view known : {"nl", "fr", "de", "en"}) {
    if (language == known) return language;
  }
  return fail(ErrorCode::kBadInput, "`language` must be nl, fr, de or en");
}

Result<Capacity> capacity_member(const Json& body, Role role) {
  const std::string told = TRY(text_member(body, {.name = "capacity", .is_required = false}));
  const auto capacity = told.empty() ? std::optional(usual_capacity(role)) : capacity_from(told);
  if (capacity) return *capacity;
  return fail(ErrorCode::kBadInput, "`capacity` must be administrative, judicial or both");
}

Result<bool> flag_member(const Json& body, std::string_view name) {
  const auto found = body.find(name);
  if (found == body.end()) return false;
  if (found->is_boolean()) return found->get<bool>();
  return fail(ErrorCode::kBadInput, fmt::format("`{}` must be true or false", name));
}

Result<Id> zone_member(const flow::ProvinceView& view, const Json& body) {
  const std::string code = TRY(text_member(body, {.name = "zone", .is_required = false}));
  if (code.empty()) return Id{};
  const Zone* zone = view.zone_with_code(code);
  if (zone != nullptr) return zone->id;
  return fail(ErrorCode::kNotFound, fmt::format("no zone has the code {}", code));
}

}  // namespace bas::api
