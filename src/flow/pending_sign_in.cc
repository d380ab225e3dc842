#include "flow/pending_sign_in.h"

#include <nlohmann/json.hpp>

#include "base/encode.h"

namespace bas::flow {

namespace {

constexpr std::size_t kDrawnBytes = 32;
constexpr std::size_t kSealedBytesMax = 2048;
constexpr const char* kSealPlace = "sign-in";

std::string standard_alphabet(std::string_view text) {
  std::string standard(text);
  for (char& c : standard) {
    if (c == '-') c = '+';
    if (c == '_') c = '/';
  }
  return standard;
}

Result<PendingSignIn> parse_pending(const std::string& text) {
  try {
    const auto json = nlohmann::json::parse(text);
    PendingSignIn pending;
    json.at("state").get_to(pending.state);
    json.at("nonce").get_to(pending.nonce);
    json.at("verifier").get_to(pending.verifier);
    pending.begun_at = UtcTime{std::chrono::milliseconds{json.at("begun_ms").get<std::int64_t>()}};
    pending.user = TRY(parse_id(json.at("user").get<std::string>()));
    pending.session = TRY(parse_id(json.at("session").get<std::string>()));
    return pending;
  } catch (const nlohmann::json::exception&) {
    return fail(ErrorCode::kRefused, "what the browser kept of this sign-in is of another version");
  }
}

}  // namespace

PendingSignIn PendingSignIn::draw(UtcTime now, Random& random) {
  return {.state = to_base64url(random.bytes(kDrawnBytes)),
          .nonce = to_base64url(random.bytes(kDrawnBytes)),
          .verifier = to_base64url(random.bytes(kDrawnBytes)),
          .begun_at = now,
          .user = {},
          .session = {}};
}

std::string PendingSignIn::challenge() const { return to_base64url(sha256(verifier)); }

Result<std::string> seal(const PendingSignIn& pending, vault::Vault& vault) {
  const std::string text = nlohmann::json{{"state", pending.state},
                                          {"nonce", pending.nonce},
                                          {"verifier", pending.verifier},
                                          {"begun_ms", pending.begun_at.time_since_epoch().count()},
                                          {"user", to_string(pending.user)},
                                          {"session", to_string(pending.session)}}
                               .dump();
  const auto keys = TRY(vault.standing_keys());
  return to_base64url(TRY(keys->seal(vault::SealKind::kSignIn, kSealPlace, text)));
}

Result<PendingSignIn> open_pending(std::string_view sealed, vault::Vault& vault, UtcTime now) {
  const auto bytes = from_base64(standard_alphabet(sealed.substr(0, kSealedBytesMax)));
  const auto keys = TRY(vault.standing_keys());
  const auto text = bytes ? keys->open(vault::SealKind::kSignIn, kSealPlace, *bytes)
                          : Result<std::string>(tl::make_unexpected(bytes.error()));
  if (!text) {
    return fail(ErrorCode::kRefused, "this browser did not begin the sign-in, or it was over");
  }
  auto pending = TRY(parse_pending(*text));
  if (now - pending.begun_at < PendingSignIn::kLife) return pending;
  return fail(ErrorCode::kRefused, "the sign-in took longer than ten minutes");
}

}  // namespace bas::flow
