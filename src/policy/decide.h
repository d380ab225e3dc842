// The one question: may this be done?
#pragma once

#include <string_view>
#include <vector>

#include "policy/decision.h"
#include "policy/regime.h"
#include "policy/request.h"

namespace bas::policy {

// Asks the rules in their order; the first that refuses ends it, and what none permits is refused.
// Pure: the same request, regime and time have the same decision. Costs most near the end of a
// term, where last_over() goes hour by hour.
Decision decide(const Request& request, const Regime& regime, UtcTime now);

// The first floor of them alone: may this role, now, ask for such a thing at all? For what is asked
// whole once its data are known.
Decision admit(const Request& request, const Regime& regime, UtcTime now);

// Of a request that could not be read: refused, with what is wrong with it.
Decision refuse_unread(std::string_view why, const Regime& regime);

// The rules that decide() asks, in their order.
std::vector<std::string_view> rules_asked();

}  // namespace bas::policy
