// An outlet: where events go for those who are not at a desk. Thin: an event names its type, its
// time and an object; whoever wants more fetches it with rights of his own (decision 0033).
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/id.h"
#include "base/time.h"
#include "model/name_table.h"

namespace bas {

enum class OutletWay : std::uint8_t { kWebhook, kMqtt, kMail };
inline constexpr NameTable<OutletWay, 3> kOutletWayNames{{"webhook", "mqtt", "mail"}};

// kTest: asked for by an administrator; it goes to every outlet.
enum class OutletEvent : std::uint8_t {
  kHitValidated,
  kHitWithdrawn,
  kPursuitJoined,
  kPursuitChanged,
  kListSuspended,
  kOutletDisabled,
  kTest
};
inline constexpr NameTable<OutletEvent, 7> kOutletEventNames{
    {"hit.validated", "hit.withdrawn", "pursuit.joined", "pursuit.changed", "list.suspended",
     "outlet.disabled", "outlet.test"}};

// How a webhook is signed (Standard Webhooks): v1a is Ed25519, v1 is HMAC-SHA256.
enum class OutletSigning : std::uint8_t { kEd25519, kHmac };
inline constexpr NameTable<OutletSigning, 2> kOutletSigningNames{{"v1a", "v1"}};

// `secret`: the 32-byte seed of Ed25519, or the key of the HMAC. `until`: after a rotation the
// older key signs beside the new one up to then.
struct OutletKey {
  OutletSigning signing = OutletSigning::kEd25519;
  std::string secret;
  std::optional<UtcTime> until{};
};

// `zone` zero: of the whole province. `target`: URL, MQTT topic or mail address. `disabled_because`
// is empty while it is in use. `keys`: newest first, webhooks only.
struct Outlet {
  Id id;
  int version = 1;
  Id zone;
  std::string title;
  OutletWay way = OutletWay::kWebhook;
  std::string target;
  std::vector<OutletEvent> events;
  std::vector<OutletKey> keys;
  UtcTime created_at;
  std::string disabled_because;
  std::optional<UtcTime> disabled_at;
  bool is_disabled() const { return !disabled_because.empty(); }
  bool wants(OutletEvent event) const;
};

// Something that happened. `key` tells one happening to the object from the next: an event with the
// type, object and key of another is that other. `zones`: who may be told; empty: every zone.
struct OutletNews {
  OutletEvent event = OutletEvent::kTest;
  Id object;
  std::string key;
  UtcTime at;
  std::vector<Id> zones;
};

// kDead: nobody tries it any more, until somebody asks for it again.
enum class DeliveryState : std::uint8_t { kWaiting, kDelivered, kDead };
inline constexpr NameTable<DeliveryState, 3> kDeliveryStateNames{{"waiting", "delivered", "dead"}};

// What came of the last attempt. `status`: of HTTP, or the reply of a mail server; 0: none.
struct OutletAnswer {
  enum class Verdict : std::uint8_t { kDelivered, kFailed, kSlowDown, kGone };
  Verdict verdict = Verdict::kFailed;
  int status = 0;
  std::chrono::milliseconds duration{0};
  std::string failure;  // a sentence without path, query, name or secret
  std::optional<std::chrono::seconds> retry_after{};
};

inline constexpr NameTable<OutletAnswer::Verdict, 4> kAnswerVerdictNames{
    {"delivered", "failed", "slow_down", "gone"}};

// One event on its way to one outlet. `id` stays the same over all attempts.
struct OutletDelivery {
  Id id;
  Id outlet;
  OutletEvent event = OutletEvent::kTest;
  Id object;
  std::string key;
  UtcTime happened_at;
  DeliveryState state = DeliveryState::kWaiting;
  int attempts = 0;  // since it was last asked for
  UtcTime due_at;
  std::optional<UtcTime> tried_at{};
  int status = 0;
  std::chrono::milliseconds duration{0};
  std::string failure{};
};

inline constexpr std::chrono::milliseconds kRetryAfterMost = std::chrono::hours(24);
inline constexpr std::size_t kOutletTriesMost = 10;

// What an HTTP status means to who sends a webhook: 2xx is success, 410 that it is never wanted
// again, 429, 502 and 504 to slow down, and all else (redirects too) failure. Pure.
OutletAnswer::Verdict verdict_of_status(int status);

// How long to wait after that many attempts, none of them a success; nothing: it is dead. `draw`
// (0 to 1) spreads what failed together: up to a fifth longer. Pure.
std::optional<std::chrono::milliseconds> wait_after(int attempts, double draw);

// The delivery after that attempt. Pure.
struct Attempt {
  UtcTime at;
  OutletAnswer answer;
  double draw = 0;
};
OutletDelivery after(OutletDelivery delivery, const Attempt& attempt);

// The body, less than 200 bytes: {"type":…,"timestamp":…,"data":{"id":…}}. Pure.
std::string outlet_body(const OutletDelivery& delivery);

// Whether it may be told: it wants such events, it is of the province or of a zone that may know,
// and it was there when that happened. A test goes to every outlet. Pure.
bool is_for(const Outlet& outlet, const OutletNews& news);

}  // namespace bas
