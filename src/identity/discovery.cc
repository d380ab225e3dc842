#include "identity/discovery.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "fetch/address.h"

namespace bas::identity {

namespace {

Result<std::string> address_in(const nlohmann::json& document, const char* name) {
  const auto found = document.find(name);
  const bool is_text = found != document.end() && found->is_string();
  std::string url = is_text ? found->get<std::string>() : std::string();
  const auto address = fetch::parse_address(url);
  if (address && address->scheme == "https") return url;
  if (address && address->scheme == "http" && address->is_loopback()) return url;
  return fail(ErrorCode::kBadInput, fmt::format("the provider's `{}` is no https address", name));
}

}  // namespace

std::string discovery_url(std::string_view issuer) {
  if (issuer.ends_with('/')) issuer.remove_suffix(1);
  return std::string(issuer) + "/.well-known/openid-configuration";
}

Result<Discovery> parse_discovery(std::string_view json, std::string_view issuer) {
  const auto document = nlohmann::json::parse(json, nullptr, false);
  if (!document.is_object()) {
    return fail(ErrorCode::kBadInput, "the provider says nothing of itself: compare oidc.issuer");
  }
  const auto named = document.find("issuer");
  if (named == document.end() || *named != issuer) {
    return fail(
        ErrorCode::kBadInput,
        "the provider calls itself otherwise: oidc.issuer has to be its name to the letter");
  }
  Discovery found;
  found.authorization_endpoint = TRY(address_in(document, "authorization_endpoint"));
  found.token_endpoint = TRY(address_in(document, "token_endpoint"));
  found.jwks_uri = TRY(address_in(document, "jwks_uri"));
  return found;
}

}  // namespace bas::identity
