// The identity provider, wired: its settings, the network, and what its groups stand for.
#pragma once

#include <filesystem>
#include <memory>

#include "fetch/curl_fetcher.h"
#include "flow/group_mapping.h"
#include "identity/open_id_provider.h"

namespace bas::app {

struct ProviderChoice {
  identity::ProviderSettings provider;  // `issuer` empty: none
  std::filesystem::path groups_file;
  std::filesystem::path scim_token_file;  // empty: no directory is listened to
};

// Threads: any, once open.
class ProviderParts {
 public:
  // The provider itself is not asked before somebody signs in.
  static Result<std::unique_ptr<ProviderParts>> open(const ProviderChoice& choice,
                                                     const Clock& clock);

  IdentityProvider* provider() { return provider_.get(); }  // null: none
  const flow::GroupMapping& groups() const { return groups_; }
  bool has_directory() const { return has_directory_; }

 private:
  ProviderParts() = default;

  fetch::CurlFetcher fetcher_;
  flow::GroupMapping groups_;
  bool has_directory_ = false;
  std::unique_ptr<identity::OpenIdProvider> provider_;
};

}  // namespace bas::app
