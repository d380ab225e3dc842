#include <algorithm>
#include <nlohmann/json.hpp>

#include "flow/category_terms.h"
#include "flow/kept_registers.h"

namespace bas::flow {

namespace {

// Members in the order of their names: the same configuration is the same text.
using RegisterJson = nlohmann::json;

RegisterJson purposes_json(const policy::Regime& regime) {
  RegisterJson purposes = RegisterJson::object();
  for (const policy::Purpose& purpose : regime.purposes) {
    RegisterJson one = {{"capacity", policy::kActorClassNames.of(purpose.actor)},
                        {"needs_danger", purpose.needs_danger}};
    if (const auto* ground = regime.provenance_of("purposes." + purpose.code)) {
      one["basis"] = ground->basis;
      one["certainty"] = policy::kMarkNames.of(ground->mark);
    }
    purposes[purpose.code] = std::move(one);
  }
  return purposes;
}

RegisterJson terms_json(const policy::Regime& regime) {
  RegisterJson terms = {
      {"reads", policy::text_of(regime.store_max)},
      {"reads_of_camera_act", policy::text_of(regime.camera_act_max)},
      {"reads_of_designated_places", policy::text_of(regime.camera_act_designated_max)},
      {"log", std::to_string(regime.log_years) + " years"}};
  if (regime.tier1) terms["without_authorisation"] = policy::text_of(*regime.tier1);
  RegisterJson entries = RegisterJson::array();
  for (const policy::Term& term : regime.entry_valid_max) entries.push_back(policy::text_of(term));
  terms["entries_by_priority"] = std::move(entries);
  return terms;
}

RegisterJson lists_json(const ProcessingFacts& facts) {
  RegisterJson lists = RegisterJson::object();
  for (const List& list : facts.lists) {
    const Zone* owner = facts.province.zone(list.owner_zone);
    lists[to_string(list.id)] = {{"name", list.name},
                                 {"title", list.title},
                                 {"category", list.category},
                                 {"entry_days_most", standard_valid_days(list.category)},
                                 {"owner", owner == nullptr ? "province" : owner->code}};
  }
  return lists;
}

RegisterJson grants_json(const ProcessingFacts& facts) {
  const auto code_of = [&](const Id& id) {
    const Zone* zone = facts.province.zone(id);
    return zone == nullptr ? std::string() : zone->code;
  };
  RegisterJson grants = RegisterJson::object();
  for (const Grant& grant : facts.grants) {
    const GrantState state = state_of(grant, facts.now);
    if (state != GrantState::kLiving && state != GrantState::kComing) continue;
    grants[to_string(grant.id)] = {{"from_zone", code_of(grant.from_zone)},
                                   {"to_zone", code_of(grant.to_zone)},
                                   {"purposes", grant.purposes},
                                   {"from", format_rfc3339(grant.from)},
                                   {"until", format_rfc3339(grant.until)},
                                   {"impact_assessment", grant.impact_assessment}};
  }
  return grants;
}

RegisterJson controllers_json(const ProvinceView& province) {
  RegisterJson controllers = RegisterJson::object();
  for (const Zone& zone : province.zones) controllers[zone.code] = zone.name;
  return controllers;
}

}  // namespace

std::string processing_register(const ProcessingFacts& facts) {
  const policy::Regime& regime = facts.regime;
  return RegisterJson{{"regime", {{"name", regime.name}, {"sha256", regime.sha256}}},
                      {"controllers", controllers_json(facts.province)},
                      {"supervisor", regime.supervisor},
                      {"purposes", purposes_json(regime)},
                      {"categories_of_data", regime.read_fields},
                      {"prohibited_attributes", regime.prohibited_attributes},
                      {"lists", lists_json(facts)},
                      {"recipients", regime.export_recipients},
                      {"grants", grants_json(facts)},
                      {"terms", terms_json(regime)}}
      .dump();
}

std::string camera_register(const ProvinceView& province) {
  RegisterJson cameras = RegisterJson::object();
  for (const Camera& camera : province.cameras) {
    const Zone* zone = province.zone(camera.zone);
    const Site* site = province.site(camera.site);
    RegisterJson one = {{"name", camera.name},
                        {"kind", "fixed, number plates"},
                        {"in_use", !camera.is_disabled},
                        {"since", format_rfc3339(camera.created_at)},
                        {"lanes", camera.lanes},
                        {"zone", zone == nullptr ? "" : zone->code},
                        {"legal_source", kLegalSourceNames.of(camera.source)}};
    if (camera.heading_deg) one["heading_deg"] = *camera.heading_deg;
    if (site != nullptr) {
      one["place"] = {{"name", site->name},
                      {"latitude", site->latitude},
                      {"longitude", site->longitude},
                      {"municipality", site->municipality},
                      {"road", site->road}};
    }
    cameras[to_string(camera.id)] = std::move(one);
  }
  return RegisterJson{{"cameras", std::move(cameras)}}.dump();
}

Result<std::vector<RegisterChange>> changes_between(const RegisterVersion& before,
                                                    const RegisterVersion& after) {
  const auto from = RegisterJson::parse(before.document, nullptr, false);
  const auto to = RegisterJson::parse(after.document, nullptr, false);
  if (from.is_discarded() || to.is_discarded()) {
    return fail(ErrorCode::kCorrupt, "a stored register is not as it was written");
  }
  std::vector<RegisterChange> changes;
  for (const auto& step : RegisterJson::diff(from, to)) {
    RegisterChange change;
    change.path = step.at("path").get<std::string>();
    const RegisterJson::json_pointer at(change.path);
    const auto verb = step.at("op").get<std::string>();
    if (verb != "add") change.before = from.at(at).dump();
    if (verb != "remove") change.after = step.at("value").dump();
    changes.push_back(std::move(change));
  }
  std::ranges::stable_sort(changes, {}, &RegisterChange::path);
  return changes;
}

}  // namespace bas::flow
