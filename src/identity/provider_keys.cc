#include "identity/provider_keys.h"

namespace bas::identity {

namespace {

constexpr std::size_t kDiscoveryBytesMax = 256 * 1024;

}  // namespace

Result<Discovery> ProviderKeys::discovery() {
  std::optional<Fetched<Discovery>> known;
  const UtcTime now = parts_.clock.now();
  {
    const std::lock_guard lock(mutex_);
    known = discovery_;
  }
  if (known && now - known->at < kFreshFor) return known->what;
  auto fetched = fetch_discovery();
  if (!fetched && known && now - known->at < kUsableFor) return known->what;
  if (!fetched) return fetched;
  const std::lock_guard lock(mutex_);
  discovery_ = {*fetched, now};
  return fetched;
}

Result<tokens::SignedToken> ProviderKeys::open(std::string_view token) {
  const Keys known = TRY(keys());
  auto opened = known->open(token);
  const bool is_key_unknown = !opened && opened.error().code == ErrorCode::kNotFound;
  if (is_key_unknown && may_fetch_anew()) opened = TRY(fetch_keys())->open(token);
  if (!opened && opened.error().code == ErrorCode::kNotFound) {
    return fail(ErrorCode::kRefused, opened.error().text);
  }
  return opened;
}

Result<ProviderKeys::Keys> ProviderKeys::keys() {
  std::optional<Fetched<Keys>> known;
  const UtcTime now = parts_.clock.now();
  {
    const std::lock_guard lock(mutex_);
    known = keys_;
  }
  if (known && now - known->at < kFreshFor) return known->what;
  auto fetched = fetch_keys();
  if (!fetched && known && now - known->at < kUsableFor) return known->what;
  return fetched;
}

Result<ProviderKeys::Keys> ProviderKeys::fetch_keys() {
  const Discovery found = TRY(discovery());
  const std::string text = TRY(document(found.jwks_uri));
  const auto fetched = std::make_shared<const tokens::KeySet>(TRY(tokens::KeySet::parse(text)));
  const std::lock_guard lock(mutex_);
  keys_ = {fetched, parts_.clock.now()};
  return fetched;
}

bool ProviderKeys::may_fetch_anew() {
  const UtcTime now = parts_.clock.now();
  const std::lock_guard lock(mutex_);
  if (fetched_anew_at_ && now - *fetched_anew_at_ < kNewKeysEvery) return false;
  fetched_anew_at_ = now;
  return true;
}

Result<Discovery> ProviderKeys::fetch_discovery() {
  const std::string& issuer = parts_.settings.issuer;
  return parse_discovery(TRY(document(discovery_url(issuer))), issuer);
}

Result<std::string> ProviderKeys::document(const std::string& url) {
  fetch::Request request;
  request.url = url;
  request.headers = {{"accept", "application/json"}};
  request.access.ca_file = parts_.settings.ca_file.string();
  request.limits = {kDiscoveryBytesMax, kConnectTimeout, kTotalTimeout};
  auto answer = TRY(parts_.fetcher.fetch(request, {}));
  if (answer.status == 200) return std::move(answer.body);
  return fail(ErrorCode::kUnavailable,
              "the provider answered with status " + std::to_string(answer.status));
}

}  // namespace bas::identity
