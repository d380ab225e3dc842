#include "identity/open_id_provider.h"

#include <fmt/format.h>

#include "base/encode.h"
#include "base/file.h"
#include "fetch/address.h"
#include "tokens/logout_token.h"

namespace bas::identity {

namespace {

constexpr std::size_t kSecretBytesMax = 4096;
constexpr std::size_t kTokenAnswerBytesMax = 128 * 1024;

struct FormField {
  std::string_view name;
  std::string_view value;
};

// Every value is encoded as RFC 3986 has it, which forms (application/x-www-form-urlencoded) take.
std::string form(std::initializer_list<FormField> fields) {
  std::string text;
  for (const FormField& field : fields) {
    if (!text.empty()) text += '&';
    text.append(field.name).append("=").append(fetch::encode_segment(field.value));
  }
  return text;
}

Result<std::string> client_secret(const std::filesystem::path& file) {
  auto secret = read_file(file, kSecretBytesMax);
  if (!secret) return fail(ErrorCode::kUnavailable, "oidc.client_secret_file cannot be read");
  while (secret->ends_with('\n') || secret->ends_with('\r')) secret->pop_back();
  return secret;
}

// RFC 6749, section 2.3.1: both are encoded as in a form before they are joined.
Result<std::string> authorization(const ProviderSettings& settings) {
  std::string secret = TRY(client_secret(settings.client_secret_file));
  std::string joined =
      fetch::encode_segment(settings.client_id) + ":" + fetch::encode_segment(secret);
  std::string header = "Basic " + to_base64(joined);
  wipe(secret);
  wipe(joined);
  return header;
}

// The word of RFC 6749, section 5.2, so that who runs the server learns what is set up wrongly.
std::string reason_in(const nlohmann::json& answer) {
  for (const char* known : {"invalid_request", "invalid_client", "invalid_grant",
                            "unauthorized_client", "unsupported_grant_type", "invalid_scope"}) {
    if (answer.is_object() && answer.value("error", nlohmann::json()) == known) return known;
  }
  return "no reason that is known";
}

ProvenPerson person_as(tokens::IdToken read, const std::string& issuer) {
  return {{issuer, std::move(read.subject)}, std::move(read.session), std::move(read.name),
          std::move(read.language),          std::move(read.groups),  read.authenticated_at};
}

}  // namespace

Result<std::string> OpenIdProvider::address_for(const ProviderQuestion& question) {
  const Discovery found = TRY(keys_.discovery());
  const ProviderSettings& settings = parts_.settings;
  std::string address = found.authorization_endpoint;
  address += address.find('?') == std::string::npos ? '?' : '&';
  address += form({{"response_type", "code"},
                   {"client_id", settings.client_id},
                   {"redirect_uri", settings.redirect_url},
                   {"scope", settings.scopes},
                   {"state", question.state},
                   {"nonce", question.nonce},
                   {"code_challenge", question.challenge},
                   {"code_challenge_method", "S256"}});
  if (question.asks_again) address += '&' + form({{"prompt", "login"}, {"max_age", "0"}});
  return address;
}

Result<ProvenPerson> OpenIdProvider::person_of(const ProviderCode& code) {
  const std::string token = TRY(token_for(code));
  const auto opened = TRY(keys_.open(token));
  return person_as(TRY(tokens::read_id_token(opened.claims, rules(code.nonce))), issuer());
}

Result<TokenFinding> OpenIdProvider::look_at(std::string_view token_or_claims) {
  TokenFinding finding;
  nlohmann::json claims;
  if (token_or_claims.starts_with('{')) {
    claims = nlohmann::json::parse(token_or_claims, nullptr, false);
    if (!claims.is_object()) return fail(ErrorCode::kBadInput, "the claims are no JSON object");
  } else {
    auto opened = keys_.open(token_or_claims);
    const bool is_down = !opened && opened.error().code == ErrorCode::kUnavailable;
    if (is_down) return tl::make_unexpected(opened.error());
    if (!opened) return TokenFinding{opened.error().text, {}};
    claims = std::move(opened->claims);
  }
  auto read = tokens::read_id_token(claims, rules(std::nullopt));
  if (!read) {
    finding.refusal = read.error().text;
    read = tokens::IdToken{};
    read->subject = tokens::text_claim(claims, "sub").value_or("");
    read->groups = tokens::texts_claim(claims, parts_.settings.groups_claim.c_str())
                       .value_or(std::vector<std::string>());
  }
  finding.person = person_as(std::move(*read), issuer());
  return finding;
}

tokens::IdTokenRules OpenIdProvider::rules(std::optional<std::string_view> nonce) const {
  const ProviderSettings& settings = parts_.settings;
  return {.expected = {issuer(), settings.client_id, parts_.clock.now()},
          .groups_claim = settings.groups_claim,
          .nonce = nonce};
}

Result<ProviderLogout> OpenIdProvider::read_logout(std::string_view token) {
  const auto opened = TRY(keys_.open(token));
  const auto read = TRY(
      tokens::read_logout_token(opened, {issuer(), parts_.settings.client_id, parts_.clock.now()}));
  return ProviderLogout{{issuer(), read.subject}, read.session, read.id, read.expires_at};
}

Result<std::string> OpenIdProvider::token_for(const ProviderCode& code) {
  const Discovery found = TRY(keys_.discovery());
  std::string basic = TRY(authorization(parts_.settings));
  fetch::Request request;
  request.method = "POST";
  request.url = found.token_endpoint;
  request.headers = {{"accept", "application/json"},
                     {"content-type", "application/x-www-form-urlencoded"},
                     {"authorization", std::move(basic)}};
  request.body = form({{"grant_type", "authorization_code"},
                       {"code", code.code},
                       {"redirect_uri", parts_.settings.redirect_url},
                       {"code_verifier", code.verifier}});
  request.access.ca_file = parts_.settings.ca_file.string();
  request.limits = {kTokenAnswerBytesMax, kConnectTimeout, kTotalTimeout};
  const auto answer = TRY(parts_.fetcher.fetch(request, {}));
  const auto body = nlohmann::json::parse(answer.body, nullptr, false);
  if (answer.status != 200) {
    return fail(ErrorCode::kRefused, fmt::format("the provider does not take the code: {}, {}",
                                                 answer.status, reason_in(body)));
  }
  const auto token = body.is_object() ? body.find("id_token") : body.end();
  if (body.is_object() && token != body.end() && token->is_string()) {
    return token->get<std::string>();
  }
  return fail(ErrorCode::kRefused, "the provider gave no ID token: compare oidc.scopes");
}

}  // namespace bas::identity
