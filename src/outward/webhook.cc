#include "outward/webhook.h"

#include <charconv>

#include "fetch/address.h"
#include "model/outlet_signing.h"

namespace bas::outward {

namespace {

using Verdict = OutletAnswer::Verdict;

constexpr std::chrono::milliseconds kTotal{15'000};
constexpr std::size_t kAnswerBytesMax = 64 * 1024;

// What a literal address names; nothing for a name.
std::optional<Peer> literal(std::string host) {
  if (host.starts_with('[') && host.ends_with(']')) host = host.substr(1, host.size() - 2);
  const auto peer = peer_from_text(host);
  return peer ? std::optional(*peer) : std::nullopt;
}

}  // namespace

std::optional<std::chrono::seconds> seconds_of_retry_after(std::string_view value) {
  std::uint32_t seconds = 0;
  const auto read = std::from_chars(value.data(), value.data() + value.size(), seconds);
  if (read.ec != std::errc{} || read.ptr != value.data() + value.size()) return std::nullopt;
  return std::chrono::seconds{seconds};
}

Result<> Webhooks::check(const Outlet& outlet) {
  const fetch::Address address = TRY(fetch::parse_address(outlet.target));
  if (address.scheme != "https" && address.scheme != "http") {
    return fail(ErrorCode::kBadInput, "a webhook goes over https");
  }
  const auto peer = literal(address.host);
  if (peer ? !parts_.networks.allows(*peer) : !parts_.hosts.allows(address.host)) {
    return fail(ErrorCode::kRefused,
                "the configuration does not allow that host: see outward.hosts and networks");
  }
  if (address.scheme == "http" && !address.is_loopback()) {
    return fail(ErrorCode::kRefused, "a webhook goes over https: http reaches this machine alone");
  }
  return {};
}

OutletAnswer Webhooks::send(const Parcel& parcel, std::stop_token stop) {
  OutletAnswer answer;
  if (const auto allowed = check(parcel.outlet); !allowed) {
    answer.failure = allowed.error().text;
    return answer;
  }
  const std::string id = to_string(parcel.delivery.id);
  fetch::Request request;
  request.method = "POST";
  request.url = parcel.outlet.target;
  request.body = outlet_body(parcel.delivery);
  request.headers = {
      {"content-type", "application/json"},
      {"webhook-id", id},
      {"webhook-timestamp", seconds_of(parcel.now)},
      {"webhook-signature", signature_header(parcel.outlet.keys, {id, parcel.now, request.body})}};
  request.access.ca_file = parts_.ca_file;
  request.limits = {kAnswerBytesMax, kTotal, kTotal};
  request.may_reach = [this](std::string_view bytes) {
    const auto peer = peer_of(bytes);
    return peer && parts_.networks.allows(*peer);
  };
  const auto answered = parts_.fetcher.fetch(request, std::move(stop));
  if (!answered) {
    answer.failure = answered.error().text;
    return answer;
  }
  answer.status = answered->status;
  answer.verdict = verdict_of_status(answered->status);
  if (answer.verdict != Verdict::kDelivered) {
    answer.failure = "it answered " + std::to_string(answered->status);
    answer.retry_after = seconds_of_retry_after(answered->header("retry-after"));
  }
  return answer;
}

}  // namespace bas::outward
