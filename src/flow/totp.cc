#include "flow/totp.h"

#include <fmt/format.h>

#include "base/encode.h"

namespace bas::flow {

namespace {

constexpr std::chrono::seconds kTotpStep{30};
constexpr std::uint32_t kTotpCodes = 1'000'000;
constexpr std::int64_t kTotpDrift = 1;
constexpr std::string_view kTotpIssuer = "BAS";

std::string percent_encoded(std::string_view text) {
  constexpr std::string_view kPlain =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";
  std::string out;
  for (const char c : text) {
    if (kPlain.find(c) != std::string_view::npos) {
      out.push_back(c);
    } else {
      out += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
  }
  return out;
}

}  // namespace

std::int64_t totp_step(UtcTime time) { return time.time_since_epoch() / kTotpStep; }

// RFC 4226 section 5.3: four bytes, from where the last one says, without their first bit.
std::string totp_code(std::string_view secret, std::int64_t step) {
  std::string counter(8, '\0');
  auto left = static_cast<std::uint64_t>(step);
  for (auto at = counter.rbegin(); at != counter.rend(); ++at, left >>= 8) {
    *at = static_cast<char>(left & 0xFF);
  }
  const std::string mac = hmac_sha1(secret, counter);
  const std::size_t offset = static_cast<unsigned char>(mac.back()) & 15U;
  std::uint32_t number = 0;
  for (std::size_t i = 0; i < 4; ++i) {
    number = (number << 8) | static_cast<unsigned char>(mac[offset + i]);
  }
  return fmt::format("{:06}", (number & 0x7FFF'FFFFU) % kTotpCodes);
}

std::optional<std::int64_t> matching_totp_step(const TotpTry& attempt) {
  std::optional<std::int64_t> found;
  const std::int64_t present = totp_step(attempt.now);
  for (std::int64_t step = present - kTotpDrift; step <= present + kTotpDrift; ++step) {
    const bool is_its = equal_constant_time(totp_code(attempt.secret, step), attempt.code);
    if (is_its && step > attempt.last_step) found = step;
  }
  return found;
}

std::string otpauth_url(std::string_view secret, std::string_view account) {
  return fmt::format(
      "otpauth://totp/{0}:{1}?secret={2}&issuer={0}&algorithm=SHA1&digits=6&period=30", kTotpIssuer,
      percent_encoded(account), to_base32(secret));
}

}  // namespace bas::flow
