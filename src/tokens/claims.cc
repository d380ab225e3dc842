#include "tokens/claims.h"

#include <fmt/format.h>

#include <algorithm>

namespace bas::tokens {

namespace {

constexpr double kSecondsMax = 253'402'300'799.0;  // the end of 9999

Result<std::string> fit_text(const nlohmann::json& value, const char* name) {
  if (value.is_string()) {
    auto text = value.get<std::string>();
    if (!text.empty() && text.size() <= kClaimBytesMax) return text;
  }
  return fail(ErrorCode::kRefused,
              fmt::format("`{}` of the token is no text of 1 to {} bytes", name, kClaimBytesMax));
}

auto refusal(std::string_view text) { return fail(ErrorCode::kRefused, std::string(text)); }

Result<> check_audience(const nlohmann::json& claims, std::string_view client_id) {
  const auto audience = TRY(texts_claim(claims, "aud"));
  const std::string party = TRY(text_claim(claims, "azp"));
  if (std::ranges::find(audience, client_id) == audience.end()) {
    return refusal("the token was made for somebody else (`aud`)");
  }
  // OpenID Connect Core 1.0, section 3.1.3.7, steps 4 and 5.
  const bool is_party_needed = audience.size() > 1 || !party.empty();
  if (is_party_needed && party != client_id) {
    return refusal("the token was asked for by somebody else (`azp`)");
  }
  return {};
}

Result<> check_times(const nlohmann::json& claims, UtcTime now) {
  const auto expires = TRY(time_claim(claims, "exp"));
  const auto issued = TRY(time_claim(claims, "iat"));
  const auto not_before = TRY(time_claim(claims, "nbf"));
  if (!expires || !issued) return refusal("the token does not say from when to when it is good");
  if (*expires + kSkewMax <= now) return refusal("the token has expired (`exp`)");
  if (*issued - kSkewMax > now || (not_before && *not_before - kSkewMax > now)) {
    return refusal("the token is not good yet: compare the clocks (`iat`, `nbf`)");
  }
  return {};
}

}  // namespace

Result<> check_claims(const nlohmann::json& claims, const Expected& expected) {
  if (TRY(needed_claim(claims, "iss")) != expected.issuer) {
    return refusal("the token is of another issuer (`iss`)");
  }
  TRY(check_audience(claims, expected.client_id));
  return check_times(claims, expected.now);
}

Result<std::string> text_claim(const nlohmann::json& claims, const char* name) {
  const auto found = claims.find(name);
  if (found == claims.end()) return std::string();
  return fit_text(*found, name);
}

Result<std::string> needed_claim(const nlohmann::json& claims, const char* name) {
  if (claims.contains(name)) return text_claim(claims, name);
  return fail(ErrorCode::kRefused, fmt::format("the token has no `{}`", name));
}

Result<std::optional<UtcTime>> time_claim(const nlohmann::json& claims, const char* name) {
  const auto found = claims.find(name);
  if (found == claims.end()) return std::nullopt;
  const double seconds = found->is_number() ? found->get<double>() : -1;
  if (!(seconds >= 0 && seconds <= kSecondsMax)) {
    return fail(ErrorCode::kRefused, fmt::format("`{}` of the token is no time", name));
  }
  return std::optional(
      UtcTime{std::chrono::milliseconds{static_cast<std::int64_t>(seconds * 1e3)}});
}

Result<std::vector<std::string>> texts_claim(const nlohmann::json& claims, const char* name) {
  const auto found = claims.find(name);
  std::vector<std::string> texts;
  if (found == claims.end()) return texts;
  if (!found->is_array()) {
    texts.push_back(TRY(fit_text(*found, name)));
    return texts;
  }
  if (found->size() > kGroupsMax) {
    return fail(ErrorCode::kRefused, fmt::format("`{}` of the token is too long a list", name));
  }
  for (const auto& one : *found) texts.push_back(TRY(fit_text(one, name)));
  return texts;
}

}  // namespace bas::tokens
