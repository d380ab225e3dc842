#include "tokens/logout_token.h"

namespace bas::tokens {

namespace {

constexpr const char* kLogoutEvent = "http://schemas.openid.net/event/backchannel-logout";

// Section 2.6: providers should name the type, and older ones say "JWT" or nothing.
bool is_logout_type(std::string_view type) {
  return type.empty() || type == "logout+jwt" || type == "JWT";
}

bool has_logout_event(const nlohmann::json& claims) {
  const auto events = claims.find("events");
  if (events == claims.end() || !events->is_object()) return false;
  const auto event = events->find(kLogoutEvent);
  return event != events->end() && event->is_object();
}

}  // namespace

Result<LogoutToken> read_logout_token(const SignedToken& token, const Expected& expected) {
  const auto& claims = token.claims;
  TRY(check_claims(claims, expected));
  if (!is_logout_type(token.type) || !has_logout_event(claims) || claims.contains("nonce")) {
    return fail(ErrorCode::kRefused, "this is no token to sign out (`typ`, `events`, `nonce`)");
  }
  LogoutToken read;
  read.subject = TRY(text_claim(claims, "sub"));
  read.session = TRY(text_claim(claims, "sid"));
  read.id = TRY(needed_claim(claims, "jti"));
  read.expires_at = TRY(time_claim(claims, "exp")).value_or(expected.now) + kSkewMax;
  if (!read.subject.empty() || !read.session.empty()) return read;
  return fail(ErrorCode::kRefused, "the token names neither `sub` nor `sid`");
}

}  // namespace bas::tokens
