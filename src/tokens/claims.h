// What every token of an identity provider has to say: who made it, for whom, and when.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.h"
#include "tokens/key_set.h"

namespace bas::tokens {

// How far the clocks of the provider and of this machine may differ.
inline constexpr std::chrono::seconds kSkewMax{60};
// Longest issuer, subject, session, group and the like.
inline constexpr std::size_t kClaimBytesMax = 255;
inline constexpr std::size_t kGroupsMax = 500;

struct Expected {
  std::string_view issuer;
  std::string_view client_id;  // what the provider calls us
  UtcTime now;
};

// kRefused names the check that failed: `iss`, `aud` (and `azp`, where there is more than one
// audience or the token has it), `exp`, `nbf` and `iat`, with kSkewMax on either side.
Result<> check_claims(const nlohmann::json& claims, const Expected& expected);

// Empty where it is absent; kRefused where it is no text, empty, or longer than kClaimBytesMax.
Result<std::string> text_claim(const nlohmann::json& claims, const char* name);
// The same where it has to be there.
Result<std::string> needed_claim(const nlohmann::json& claims, const char* name);
// Seconds since 1970, whole or not, from 1970 to 9999.
Result<std::optional<UtcTime>> time_claim(const nlohmann::json& claims, const char* name);
// A text or a list of texts, each as text_claim() takes it; kGroupsMax at most.
Result<std::vector<std::string>> texts_claim(const nlohmann::json& claims, const char* name);

}  // namespace bas::tokens
