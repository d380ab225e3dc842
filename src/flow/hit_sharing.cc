#include "flow/hit_sharing.h"

#include <map>

#include "base/encode.h"

namespace bas::flow {

namespace {

policy::HitStage stage_of(HitState state) {
  switch (state) {
    case HitState::kCandidate:
    case HitState::kClaimed: return policy::HitStage::kCandidate;
    case HitState::kValidated: return policy::HitStage::kValidated;
    case HitState::kRejected: return policy::HitStage::kRejected;
    default: return policy::HitStage::kExpired;
  }
}

policy::MatchHow match_of(std::string_view kind) {
  if (kind == "exact") return policy::MatchHow::kExact;
  return kind == "partial" ? policy::MatchHow::kPartial : policy::MatchHow::kLookAlike;
}

}  // namespace

policy::Request hit_request(policy::Act act, const Hit& hit, const Gate& gate) {
  policy::Request request;
  request.act = act;
  policy::HitAsked& asked = request.hit.emplace();
  asked.stage = stage_of(hit.life.state);
  asked.match = match_of(hit.kind);
  asked.category = hit.category.empty() ? std::string(policy::kOtherLists) : hit.category;
  asked.priority = hit.priority;
  asked.created_at = hit.created_at;
  asked.owner_unit = gate.zone_code(hit.owner_zone);
  asked.is_silent = hit.priority == kPriorityLowest;
  if (is_batched(hit)) asked.home_unit = gate.zone_code(hit.batch_zone);
  return request;
}

Result<> HitSharing::share(std::span<const Hit> hits) {
  std::map<Id, std::vector<const Hit*>> by_audience;
  for (const Hit& hit : hits) by_audience[audience_of(hit)].push_back(&hit);
  for (const auto& [audience, theirs] : by_audience) TRY(share_with(audience, theirs));
  return {};
}

Result<> HitSharing::share_with(const Id& audience, const std::vector<const Hit*>& hits) {
  policy::Request request = hit_request(policy::Act::kShareHit, *hits.front(), gate_);
  Use use;
  use.facts.what = "hits";
  use.facts.results = hits.size();
  std::string ids;
  for (const Hit* hit : hits) ids += hit->id.view();
  use.facts.results_sha256 = to_hex(sha256(ids));
  for (const Zone& zone : gate_.directory().view()->zones) {
    if (audience.is_zero() || audience == zone.id) use.details.recipients.push_back(zone.code);
  }
  request.hit->told = use.details.recipients;
  TRY(gate_.deliver_by_server(std::move(request), std::move(use)));
  return {};
}

}  // namespace bas::flow
