// One-time codes by time: RFC 6238 with HMAC-SHA-1, six digits and steps of thirty seconds, which
// is what every authenticator app takes.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/time.h"

namespace bas::flow {

inline constexpr std::size_t kTotpDigits = 6;
inline constexpr std::size_t kTotpSecretBytes = 20;  // RFC 4226 section 4, R6

// Steps since 1970.
std::int64_t totp_step(UtcTime time);

// The code of a step: six digits.
std::string totp_code(std::string_view secret, std::int64_t step);

struct TotpTry {
  std::string_view secret;
  std::string_view code;
  UtcTime now;
  std::int64_t last_step = 0;  // of the code taken last: none up to it is taken again
};

// The step whose code it is: the present one, the one before or the one behind it (RFC 6238 section
// 5.2: clocks drift and people type slowly). All three are compared, whatever the first one gives.
std::optional<std::int64_t> matching_totp_step(const TotpTry& attempt);

// What an authenticator app reads from a link or a QR code. `account` is percent-encoded.
std::string otpauth_url(std::string_view secret, std::string_view account);

}  // namespace bas::flow
