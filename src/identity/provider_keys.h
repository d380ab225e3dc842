// What is known of a provider: what it says of itself and its keys, fetched when they are needed.
#pragma once

#include <memory>
#include <mutex>
#include <optional>

#include "base/clock.h"
#include "fetch/fetcher.h"
#include "identity/discovery.h"
#include "identity/provider_settings.h"
#include "tokens/key_set.h"

namespace bas::identity {

// Threads: any; several may fetch at once, and nobody waits for another. What was fetched counts
// for an hour. When then nothing can be fetched, what is there counts for a day, so that people can
// sign in while the provider's address is slow to answer.
class ProviderKeys {
 public:
  static constexpr std::chrono::hours kFreshFor{1};
  static constexpr std::chrono::hours kUsableFor{24};
  // How often at most keys are fetched for a token with an unknown one: it may be anybody's.
  static constexpr std::chrono::seconds kNewKeysEvery{60};

  struct Parts {
    fetch::Fetcher& fetcher;
    const Clock& clock;
    const ProviderSettings& settings;
  };
  explicit ProviderKeys(Parts parts) : parts_(parts) {}

  Result<Discovery> discovery();
  // As KeySet::open(). A token with an unknown key has the keys fetched anew, once.
  Result<tokens::SignedToken> open(std::string_view token);

 private:
  using Keys = std::shared_ptr<const tokens::KeySet>;
  Result<std::string> document(const std::string& url);
  Result<Discovery> fetch_discovery();
  Result<Keys> fetch_keys();
  Result<Keys> keys();
  bool may_fetch_anew();

  template <typename T>
  struct Fetched {
    T what;
    UtcTime at;
  };
  Parts parts_;
  std::mutex mutex_;  // guards the rest; never held while asking
  std::optional<Fetched<Discovery>> discovery_;
  std::optional<Fetched<Keys>> keys_;
  std::optional<UtcTime> fetched_anew_at_;
};

}  // namespace bas::identity
