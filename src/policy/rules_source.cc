#include <fmt/format.h>

#include <algorithm>

#include "policy/rule.h"

namespace bas::policy {

namespace {

using enum Act;

UtcTime captured_at(const Asked& asked) {
  return asked.request.range ? asked.request.range->from : asked.now;
}

// R4: whose read it is, by which act, of which camera, on what decision.
Answer told_origin(const Asked& asked) {
  const auto& source = asked.request.source;
  const bool is_told = source && !source->controller_zone.empty() && !source->camera.empty() &&
                       !source->authorisation_ref.empty() &&
                       source->legal_source != LegalSource::kUnknown;
  if (is_told) return {};
  return refuse("E_ORIGIN", "zone, legal source, camera and its authorisation have to be known");
}

// R5: only while the council's decision stands, and only what it allows.
Answer authorised_camera(const Asked& asked) {
  const Source& source = *asked.request.source;
  const UtcTime at = captured_at(asked);
  const bool is_in_force = source.camera_from && *source.camera_from <= at && source.camera_until &&
                           at < *source.camera_until;
  if (!is_in_force) return refuse("E_CAMERA", "the camera has no authorisation for that moment");
  if (source.is_outside_scope) {
    return refuse("E_CAMERA", "the camera is of another type or area than was authorised");
  }
  return {};
}

// R8: the closed list of what a read may hold.
Answer closed_list_of_fields(const Asked& asked) {
  for (const std::string& field : asked.request.source->fields) {
    if (!is_among(field, asked.regime.read_fields)) {
      return refuse("E_FIELD", fmt::format("a read may not hold {}", field));
    }
  }
  return {};
}

bool opens(const Grant& grant, const Asked& asked) {
  const bool is_in_force = grant.from <= asked.now && asked.now < grant.until &&
                           (!grant.revoked_at || asked.now < *grant.revoked_at);
  return is_in_force && grant.from_zone == asked.request.source->controller_zone &&
         grant.to_zone == asked.request.actor.zone &&
         is_among(asked.request.purpose->code, grant.purposes);
}

// R6: another zone's data need its living grant for this purpose.
Answer living_grant(const Asked& asked) {
  const auto& source = asked.request.source;
  if (!source || source->controller_zone.empty()) {
    return refuse("E_GRANT", "name the zone whose data are asked for");
  }
  if (source->controller_zone == asked.request.actor.zone) return {};
  const bool is_open = std::ranges::any_of(asked.request.grants,
                                           [&](const Grant& grant) { return opens(grant, asked); });
  if (is_open) return {};
  return refuse("E_GRANT", "that zone has granted nothing for this purpose: ask it for a grant");
}

// R9: people in the vehicle. What a hold has copied is unblurred by the same act that opens it.
Answer blurred_occupants(const Asked& asked) {
  const auto& picture = asked.request.picture;
  const Occupants occupants = asked.regime.occupants;
  const bool is_held = asked.request.act == kOpenHold;
  const bool is_unblurred = is_held && picture && !picture->unblur_reason.empty();
  if (asked.request.act == kUnblur || is_unblurred) {
    if (occupants == Occupants::kAlwaysBlurred) {
      return refuse("E_UNBLUR", "this law shows nobody in a vehicle");
    }
    const std::string reason = picture ? picture->unblur_reason : std::string();
    if (static_cast<int>(reason.size()) < asked.regime.reason_characters_min) {
      return refuse("E_UNBLUR", "give the reason why the people have to be seen");
    }
    return oblige({"log_unblur"});
  }
  const bool may_show = picture && !picture->shows_occupants;
  if (may_show || occupants == Occupants::kShown) return {};
  return oblige({"blur_occupants"});
}

constexpr std::array kIngestAct = {kIngest};
constexpr std::array kGrantedActs = {kSearch,   kOpenRead,  kOpenPicture, kUnblur,
                                     kExport,   kHold,      kDerive,      kRunCriteria,
                                     kLookBack, kOpenEntry, kOpenHit};
constexpr std::array kPictureActs = {kOpenPicture, kUnblur, kExport, kHold, kOpenHold};

}  // namespace

std::span<const Rule> source_rules() {
  static constexpr std::array kRules = {
      Rule{"R4", kIngestAct, told_origin}, Rule{"R5", kIngestAct, authorised_camera},
      Rule{"R8", kIngestAct, closed_list_of_fields}, Rule{"R6", kGrantedActs, living_grant},
      Rule{"R9", kPictureActs, blurred_occupants}};
  return kRules;
}

}  // namespace bas::policy
