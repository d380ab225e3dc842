#include "app/provider_parts.h"

#include "base/file.h"

namespace bas::app {

Result<std::unique_ptr<ProviderParts>> ProviderParts::open(const ProviderChoice& choice,
                                                           const Clock& clock) {
  std::unique_ptr<ProviderParts> parts(new ProviderParts());
  const identity::ProviderSettings& settings = choice.provider;
  if (settings.issuer.empty()) return parts;
  const auto text = read_file(choice.groups_file, flow::GroupMapping::kBytesMax);
  if (!text) return fail(text.error().code, "oidc.groups_file: " + text.error().text);
  parts->groups_ = TRY(flow::GroupMapping::parse(*text));
  TRY(refuse_if_others_may_read(settings.client_secret_file, "oidc.client_secret_file"));
  parts->provider_ = std::make_unique<identity::OpenIdProvider>(
      identity::OpenIdProvider::Parts{parts->fetcher_, clock, settings});
  return parts;
}

}  // namespace bas::app
