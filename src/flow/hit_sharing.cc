#include "flow/hit_sharing.h"

#include "base/encode.h"

namespace bas::flow {

namespace {

policy::HitStage stage_of(HitState state) {
  switch (state) {
    case HitState::kCandidate: return policy::HitStage::kCandidate;
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

policy::Request share_request(const Hit& hit) {
  policy::Request request;
  request.act = policy::Act::kShareHit;
  policy::HitAsked& asked = request.hit.emplace();
  asked.stage = stage_of(hit.state);
  asked.match = match_of(hit.kind);
  asked.category = hit.category.empty() ? std::string(policy::kOtherLists) : hit.category;
  asked.priority = hit.priority;
  asked.created_at = hit.created_at;
  return request;
}

Result<> HitSharing::share(std::span<const Hit> hits) {
  if (hits.empty()) return {};
  Use use;
  use.facts.what = "hits";
  use.facts.results = hits.size();
  std::string ids;
  for (const Hit& hit : hits) ids += hit.id.view();
  use.facts.results_sha256 = to_hex(sha256(ids));
  for (const Zone& zone : gate_.directory().view()->zones) {
    use.details.recipients.push_back(zone.code);
  }
  TRY(gate_.deliver_by_server(share_request(hits.front()), std::move(use)));
  return {};
}

}  // namespace bas::flow
