#include "tokens/key_set.h"

#include <cjose/cjose.h>

#include <algorithm>
#include <cstdlib>
#include <optional>

namespace bas::tokens {

namespace {

constexpr std::string_view kRsaSignature = "RS256";
constexpr std::string_view kCurveSignature = "ES256";
constexpr std::size_t kRsaBitsMin = 2048;
constexpr std::size_t kRsaBitsMax = 8192;

// RFC 7515, section 2: without padding. The library stops the process at some text that is not
// (its decoder asserts what a hostile text can break), so nothing else reaches it.
bool is_base64url(std::string_view text) {
  const auto is_letter = [](char letter) {
    return (letter >= 'A' && letter <= 'Z') || (letter >= 'a' && letter <= 'z') ||
           (letter >= '0' && letter <= '9') || letter == '-' || letter == '_';
  };
  return !text.empty() && text.size() % 4 != 1 && std::ranges::all_of(text, is_letter);
}

// Three parts with points between (RFC 7515, section 7.1).
bool is_compact(std::string_view token) {
  const auto first = token.find('.');
  const auto last = token.rfind('.');
  return first != last && is_base64url(token.substr(0, first)) &&
         is_base64url(token.substr(first + 1, last - first - 1)) &&
         is_base64url(token.substr(last + 1));
}

// What makes the public half of a key, and no more of it; nothing where a member is no number.
std::optional<std::string> public_half(const nlohmann::json& key) {
  nlohmann::json half;
  for (const char* name : {"n", "e", "x", "y"}) {
    const auto found = key.find(name);
    if (found == key.end()) continue;
    const auto* const text = found->get_ptr<const std::string*>();
    if (text == nullptr || !is_base64url(*text)) return std::nullopt;
    half[name] = *text;
  }
  for (const char* name : {"kty", "crv"}) {
    const auto found = key.find(name);
    if (found != key.end()) half[name] = *found;
  }
  return half.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

struct ReleaseKey {
  void operator()(cjose_jwk_t* key) const { cjose_jwk_release(key); }
};
struct ReleaseToken {
  void operator()(cjose_jws_t* token) const { cjose_jws_release(token); }
};
struct FreeText {
  void operator()(char* text) const { std::free(text); }
};
using KeyHandle = std::unique_ptr<cjose_jwk_t, ReleaseKey>;
using TokenHandle = std::unique_ptr<cjose_jws_t, ReleaseToken>;

// The algorithm that a key is for; empty: for none that is taken here.
std::string_view algorithm_of(const cjose_jwk_t* key) {
  cjose_err unused{};
  const auto kind = cjose_jwk_get_kty(key, &unused);
  const std::size_t bits = cjose_jwk_get_keysize(key, &unused);
  if (kind == CJOSE_JWK_KTY_RSA && bits >= kRsaBitsMin && bits <= kRsaBitsMax) {
    return kRsaSignature;
  }
  const bool is_curve = kind == CJOSE_JWK_KTY_EC;
  return is_curve && cjose_jwk_EC_get_curve(key, &unused) == CJOSE_JWK_EC_P_256 ? kCurveSignature
                                                                                : "";
}

// Empty where it is absent or no text.
std::string text_in(const nlohmann::json& object, const char* name) {
  const auto found = object.find(name);
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

std::string text_of(cjose_header_t* header, const char* name) {
  cjose_err unused{};
  const char* const text = cjose_header_get(header, name, &unused);
  return text == nullptr ? std::string() : text;
}

bool has(cjose_header_t* header, const char* name) {
  cjose_err unused{};
  const std::unique_ptr<char, FreeText> raw(cjose_header_get_raw(header, name, &unused));
  return raw != nullptr;
}

Result<nlohmann::json> claims_of(const cjose_jws_t* token) {
  cjose_err unused{};
  std::uint8_t* bytes = nullptr;  // the token's own
  std::size_t size = 0;
  if (!cjose_jws_get_plaintext(token, &bytes, &size, &unused)) {
    return fail(ErrorCode::kRefused, "the token is signed, and holds nothing");
  }
  auto claims = nlohmann::json::parse(bytes, bytes + size, nullptr, false);
  if (!claims.is_object()) return fail(ErrorCode::kRefused, "what the token holds is no object");
  return claims;
}

}  // namespace

struct KeySet::Key {
  std::string id;
  std::string_view algorithm;
  KeyHandle handle;
};

Result<KeySet> KeySet::parse(std::string_view json) {
  if (json.size() > kKeySetBytesMax) return fail(ErrorCode::kTooLarge, "the key set is too long");
  const auto set = nlohmann::json::parse(json, nullptr, false);
  const auto keys = set.is_object() ? set.find("keys") : set.end();
  if (!set.is_object() || keys == set.end() || !keys->is_array() || keys->size() > kKeysMax) {
    return fail(ErrorCode::kBadInput, "this is no set of keys of 32 at most (RFC 7517)");
  }
  KeySet parsed;
  for (const auto& one : *keys) {
    if (!one.is_object()) continue;
    const std::string use = text_in(one, "use");
    const std::string algorithm = text_in(one, "alg");
    const auto text = public_half(one);
    if (!text || (!use.empty() && use != "sig")) continue;
    cjose_err unused{};
    KeyHandle key(cjose_jwk_import(text->data(), text->size(), &unused));
    if (!key) continue;
    const std::string_view fit = algorithm_of(key.get());
    if (fit.empty() || (!algorithm.empty() && algorithm != fit)) continue;
    parsed.keys_.push_back(
        std::make_shared<const Key>(Key{text_in(one, "kid"), fit, std::move(key)}));
  }
  if (!parsed.keys_.empty()) return parsed;
  return fail(ErrorCode::kBadInput, "the provider has no key for RS256 or ES256");
}

Result<SignedToken> KeySet::open(std::string_view compact) const {
  if (compact.size() > kTokenBytesMax) return fail(ErrorCode::kTooLarge, "the token is too long");
  if (compact.ends_with('.')) {  // as `alg` none leaves it
    return fail(ErrorCode::kRefused, "the token is not signed: RS256 or ES256 is needed");
  }
  if (!is_compact(compact)) return fail(ErrorCode::kRefused, "this is no signed token");
  cjose_err unused{};
  const TokenHandle token(cjose_jws_import(compact.data(), compact.size(), &unused));
  if (!token) return fail(ErrorCode::kRefused, "this is no signed token");
  cjose_header_t* const header = cjose_jws_get_protected(token.get());
  const std::string algorithm = text_of(header, "alg");
  if (algorithm != kRsaSignature && algorithm != kCurveSignature) {
    return fail(ErrorCode::kRefused, "the token is not signed with RS256 or ES256");
  }
  // What must be understood (RFC 7515, section 4.1.11): nothing beyond it is.
  if (has(header, "crit")) {
    return fail(ErrorCode::kRefused, "the token asks for what is not understood here");
  }
  const Key* const key = TRY(key_for(text_of(header, "kid"), algorithm));
  if (!cjose_jws_verify(token.get(), key->handle.get(), &unused)) {
    return fail(ErrorCode::kRefused, "the signature of the token is not the provider's");
  }
  SignedToken opened;
  opened.claims = TRY(claims_of(token.get()));
  opened.type = text_of(header, "typ");
  return opened;
}

// Without a `kid` there has to be one key alone that it can be.
Result<const KeySet::Key*> KeySet::key_for(std::string_view kid, std::string_view algorithm) const {
  const Key* found = nullptr;
  for (const auto& key : keys_) {
    if (key->algorithm != algorithm || (!kid.empty() && key->id != kid)) continue;
    if (found != nullptr) {
      return fail(ErrorCode::kRefused, "the token does not say which key it is signed with");
    }
    found = key.get();
  }
  if (found != nullptr) return found;
  return fail(ErrorCode::kNotFound, "the token is signed with a key that the provider has not");
}

}  // namespace bas::tokens
