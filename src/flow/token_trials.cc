#include "flow/token_trials.h"

namespace bas::flow {

Result<TokenTrial> TokenTrials::of(std::string_view token_or_claims) {
  if (parts_.provider == nullptr) {
    return fail(ErrorCode::kNotFound, "no identity provider is configured here: see oidc.issuer");
  }
  auto found = TRY(parts_.provider->look_at(token_or_claims));
  TokenTrial trial;
  trial.refusal = std::move(found.refusal);
  trial.person = std::move(found.person);
  for (const std::string& group : trial.person.groups) trial.groups.push_back(finding_of(group));
  if (trial.refusal.empty()) trial.deciding = parts_.mapping.row_for(trial.person.groups);
  return trial;
}

GroupFinding TokenTrials::finding_of(const std::string& group) const {
  GroupFinding finding{group};
  finding.row = parts_.mapping.row_for({&group, 1});
  if (finding.row == nullptr) return finding;
  const std::string& zone = finding.row->zone;
  finding.is_zone_known = zone.empty() || parts_.directory.view()->zone_with_code(zone) != nullptr;
  return finding;
}

}  // namespace bas::flow
