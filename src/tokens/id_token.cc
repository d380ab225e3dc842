#include "tokens/id_token.h"

#include "base/encode.h"

namespace bas::tokens {

namespace {

constexpr std::size_t kLanguageBytes = 2;

// Nobody is kept out for a name that is too long or no text.
std::string shown_name(const nlohmann::json& claims) {
  for (const char* claim : {"name", "preferred_username"}) {
    if (const auto name = text_claim(claims, claim); name && !name->empty()) return *name;
  }
  return {};
}

}  // namespace

Result<IdToken> read_id_token(const nlohmann::json& claims, const IdTokenRules& rules) {
  TRY(check_claims(claims, rules.expected));
  if (claims.contains("events")) return fail(ErrorCode::kRefused, "this is a token to sign out");
  const std::string nonce = TRY(text_claim(claims, "nonce"));
  if (rules.nonce && !equal_constant_time(nonce, *rules.nonce)) {
    return fail(ErrorCode::kRefused, "the token was made for another sign-in (`nonce`)");
  }
  IdToken token;
  token.subject = TRY(needed_claim(claims, "sub"));
  token.session = TRY(text_claim(claims, "sid"));
  token.name = shown_name(claims);
  token.language = text_claim(claims, "locale").value_or("").substr(0, kLanguageBytes);
  token.groups = TRY(texts_claim(claims, std::string(rules.groups_claim).c_str()));
  token.authenticated_at = TRY(time_claim(claims, "auth_time"));
  return token;
}

}  // namespace bas::tokens
