#include "flow/entry_puts.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

namespace bas::flow {

namespace {

std::string basis_of(const policy::Regime& regime, std::string_view category) {
  const std::string& purpose = regime.purpose_of_lists(category).code;
  const auto* provenance = regime.provenance_of(fmt::format("purposes.{}", purpose));
  return provenance == nullptr ? purpose : provenance->basis;
}

policy::EntryAsked asked_of(const Entry& entry) {
  policy::EntryAsked asked;
  asked.owner = entry.owner;
  asked.basis = entry.basis;
  asked.reason = entry.reason;
  asked.source_id = entry.source_id;
  asked.category = entry.category;
  asked.priority = entry.priority;
  asked.valid_from = entry.valid_from;
  asked.valid_until = entry.valid_until;
  return asked;
}

}  // namespace

Result<Entry> EntryPuts::put(Entry wanted, const List& list, const Person& who) {
  Gate& gate = parts_.gate;
  const std::string zone = gate.zone_code(list.owner_zone);
  if (wanted.owner.empty()) wanted.owner = zone;
  if (wanted.basis.empty()) wanted.basis = basis_of(gate.regime(), wanted.category);
  if (wanted.source_id.empty()) wanted.source_id = wanted.case_number;
  policy::Request request;
  request.act = policy::Act::kImportEntry;
  request.of_zone = zone;
  request.entry = asked_of(wanted);
  Use use;
  use.facts.what = policy::kActNames.of(request.act);
  use.facts.results = 1;
  use.details.case_number = wanted.case_number;
  use.details.predicate = nlohmann::json{{"list", list.name}}.dump();
  TRY(gate.pass(std::move(request), std::move(use), who));
  return parts_.actions.put(std::move(wanted), who.user.id);
}

}  // namespace bas::flow
