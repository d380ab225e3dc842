#include "app/provider_parts.h"

#include "base/file.h"

namespace bas::app {

namespace {

constexpr std::size_t kScimTokenBytesMin = 32;
constexpr std::size_t kScimTokenBytesMax = 4096;

// A short one could be guessed: nothing slows whoever tries.
Result<> check_scim_token(const std::filesystem::path& file) {
  TRY(refuse_if_others_may_read(file, "scim.token_file"));
  const auto token = read_file(file, kScimTokenBytesMax);
  if (!token) return fail(token.error().code, "scim.token_file: " + token.error().text);
  if (token->find_last_not_of("\r\n") + 1 >= kScimTokenBytesMin) return {};
  return fail(ErrorCode::kBadInput,
              "scim.token_file holds fewer than 32 bytes: `openssl rand -hex 32` makes good ones");
}

}  // namespace

Result<std::unique_ptr<ProviderParts>> ProviderParts::open(const ProviderChoice& choice,
                                                           const Clock& clock) {
  std::unique_ptr<ProviderParts> parts(new ProviderParts());
  const identity::ProviderSettings& settings = choice.provider;
  if (settings.issuer.empty()) return parts;
  const auto text = read_file(choice.groups_file, flow::GroupMapping::kBytesMax);
  if (!text) return fail(text.error().code, "oidc.groups_file: " + text.error().text);
  parts->groups_ = TRY(flow::GroupMapping::parse(*text));
  TRY(refuse_if_others_may_read(settings.client_secret_file, "oidc.client_secret_file"));
  if (!choice.scim_token_file.empty()) TRY(check_scim_token(choice.scim_token_file));
  parts->has_directory_ = !choice.scim_token_file.empty();
  parts->provider_ = std::make_unique<identity::OpenIdProvider>(
      identity::OpenIdProvider::Parts{parts->fetcher_, clock, settings});
  return parts;
}

}  // namespace bas::app
