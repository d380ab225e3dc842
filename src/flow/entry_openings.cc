#include "flow/entry_openings.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

namespace bas::flow {

Result<> EntryOpenings::open(const List& list, const Asked& asked, const Person& who) {
  const Gate& gate = parts_.gate;
  const Id& zone = list.owner_zone.is_zero() ? who.user.zone : list.owner_zone;
  const std::string code = gate.zone_code(zone);
  policy::Request request;
  request.act = policy::Act::kOpenEntry;
  request.purpose = policy::Why{gate.regime().purpose_of_lists(list.category).code,
                                list.name,
                                fmt::format("an entry of the list {} is looked at", list.name),
                                {}};
  request.source.emplace();
  request.source->controller_zone = code.empty() ? std::string(kProvince) : code;
  request.grants = TRY(parts_.grants.in_words_of_policy());
  Use use;
  use.facts.what = asked.what;
  use.facts.results = asked.results;
  use.details.purpose = request.purpose->code;
  use.details.case_number = request.purpose->case_number;
  use.details.justification = request.purpose->reason;
  use.details.predicate = nlohmann::json{{"list", list.name}}.dump();
  TRY(parts_.gate.pass(std::move(request), std::move(use), who));
  return {};
}

}  // namespace bas::flow
