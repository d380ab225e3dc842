#include "model/outlet.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace bas {

namespace {

using std::chrono::hours;
using std::chrono::milliseconds;
using std::chrono::minutes;
using std::chrono::seconds;

// Behind the first attempt, which is made at once (Standard Webhooks, its example schedule).
constexpr milliseconds kWaits[] = {seconds{5}, minutes{5}, minutes{30}, hours{2}, hours{5},
                                   hours{10},  hours{14},  hours{20},   hours{24}};
static_assert(std::size(kWaits) + 1 == kOutletTriesMost);

constexpr double kJitter = 0.2;

}  // namespace

bool Outlet::wants(OutletEvent event) const {
  return event == OutletEvent::kTest || std::ranges::count(events, event) > 0;
}

OutletAnswer::Verdict verdict_of_status(int status) {
  using enum OutletAnswer::Verdict;
  if (status >= 200 && status < 300) return kDelivered;
  if (status == 410) return kGone;
  return status == 429 || status == 502 || status == 504 ? kSlowDown : kFailed;
}

std::optional<milliseconds> wait_after(int attempts, double draw) {
  if (attempts < 1) return milliseconds{0};
  const auto index = static_cast<std::size_t>(attempts) - 1;
  if (index >= std::size(kWaits)) return std::nullopt;
  const double longer = 1 + kJitter * std::clamp(draw, 0.0, 1.0);
  return milliseconds{
      static_cast<std::int64_t>(static_cast<double>(kWaits[index].count()) * longer)};
}

OutletDelivery after(OutletDelivery delivery, const Attempt& attempt) {
  const OutletAnswer& answer = attempt.answer;
  ++delivery.attempts;
  delivery.tried_at = attempt.at;
  delivery.status = answer.status;
  delivery.duration = answer.duration;
  delivery.failure = answer.failure;
  if (answer.verdict == OutletAnswer::Verdict::kDelivered) {
    delivery.state = DeliveryState::kDelivered;
    return delivery;
  }
  const auto wait = wait_after(delivery.attempts, attempt.draw);
  if (!wait || answer.verdict == OutletAnswer::Verdict::kGone) {
    delivery.state = DeliveryState::kDead;
    return delivery;
  }
  const milliseconds asked = answer.retry_after.value_or(seconds{0});
  delivery.due_at = attempt.at + std::max(*wait, std::min(asked, kRetryAfterMost));
  return delivery;
}

std::string outlet_body(const OutletDelivery& delivery) {
  const nlohmann::ordered_json body = {{"type", kOutletEventNames.of(delivery.event)},
                                       {"timestamp", format_rfc3339(delivery.happened_at)},
                                       {"data", {{"id", to_string(delivery.object)}}}};
  return body.dump();
}

bool is_for(const Outlet& outlet, const OutletNews& news) {
  const bool is_zone_told = outlet.zone.is_zero() || news.zones.empty() ||
                            std::ranges::count(news.zones, outlet.zone) > 0;
  const bool is_of_itself = news.event == OutletEvent::kOutletDisabled && news.object == outlet.id;
  return is_zone_told && !is_of_itself && outlet.wants(news.event) && news.at >= outlet.created_at;
}

}  // namespace bas
