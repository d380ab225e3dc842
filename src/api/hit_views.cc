#include "api/hit_views.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "api/json_members.h"
#include "api/read_views.h"
#include "api/views.h"
#include "model/triage.h"

namespace bas::api {

namespace {

Json claim_json(const flow::ProvinceView& view, const Claim& claim) {
  Json out = Json::object();
  put(out, "by", doer_json(view, claim.by));
  put(out, "at", claim.at);
  return out;
}

Json verdict_json(const flow::ProvinceView& view, const Verdict& verdict) {
  Json out = Json::object();
  if (verdict.reason != VerdictReason::kNone) out["reason"] = name_of(verdict.reason);
  put(out, "by", doer_json(view, verdict.by));
  put(out, "at", verdict.at);
  if (verdict.check != RegisterCheck::kNone) out["register"] = name_of(verdict.check);
  put(out, "register_note", verdict.check_note);
  return out;
}

// What a hit and an incident both say of their life.
void put_life(Json& out, const flow::ProvinceView& view, const HitLife& life) {
  out["state"] = name_of(life.state);
  out["open"] = is_open(life);
  put(out, "claim", claim_json(view, life.claim));
  if (life.follow_up != FollowUp::kNone) out["follow_up"] = name_of(life.follow_up);
  if (life.outcome != HitOutcome::kNone) out["outcome"] = name_of(life.outcome);
  put(out, "followed_at", life.followed_at);
  put(out, "escalated_at", life.escalated_at);
}

Json list_name_json(const flow::ProvinceView& view, const Hit& hit, const List* list) {
  if (list == nullptr) {
    return {{"id", to_string(hit.list)},
            {"name", ""},
            {"title", ""},
            {"category", hit.category},
            {"owner_zone", {{"code", ""}, {"name", ""}}}};
  }
  return {{"id", to_string(list->id)},
          {"name", list->name},
          {"title", list->title},
          {"category", list->category},
          {"owner_zone", zone_name_json(view, list->owner_zone)}};
}

}  // namespace

Json doer_json(const flow::ProvinceView& view, const Doer& doer) {
  if (doer.id.is_zero()) return Json::object();
  Json out = {{"id", to_string(doer.id)}, {"name", doer.name}};
  if (!doer.zone.is_zero()) out["zone"] = zone_name_json(view, doer.zone);
  return out;
}

Json hit_json(const flow::ProvinceView& view, const HitParts& parts) {
  const Hit& hit = parts.hit;
  Json out = {{"id", to_string(hit.id)},
              {"version", hit.life.version},
              {"incident", to_string(hit.incident)},
              {"read", to_string(hit.read)},
              {"entry", to_string(hit.entry)},
              {"list", list_name_json(view, hit, parts.list)},
              {"camera", place_json(view, hit.camera)},
              {"priority", hit.priority},
              {"late", hit.is_late},
              {"captured_at", format_rfc3339(hit.captured_at)},
              {"created_at", format_rfc3339(hit.created_at)},
              {"plate", hit.plate.text},
              {"plate_raw", hit.plate_raw}};
  put_life(out, view, hit.life);
  put(out, "country", hit.plate.country);
  out["entry_plate"] = hit.entry_plate.text;
  put(out, "entry_country", hit.entry_plate.country);
  out["category"] = hit.category;
  out["reason"] = hit.reason;
  out["probability"] = hit.probability;
  out["explanation"] = hit.explanation;
  if (auto reasons = Json::parse(hit.reasons, nullptr, false); reasons.is_object()) {
    out["reasons"] = std::move(reasons);
  }
  out["kind"] = hit.kind;
  out["quiet"] = hit.is_quiet;
  if (is_batched(hit)) out["batch"] = format_day(brussels_day(hit.captured_at));
  const Urgency urgency = urgency_of(hit);
  out["urgency"] = {{"weight", urgency.weight}, {"half_life_s", urgency.half_life.count()}};
  put(out, "warning", hit.warning);
  put(out, "verdict", verdict_json(view, hit.life.verdict));
  put(out, "procedure", texts_json(hit.procedure));
  put_facts(out, parts.read.facts);
  out["pictures"] = pictures_json(
      parts.read, {fmt::format("/api/v1/hits/{}", to_string(parts.hit.id)), std::string()});
  return out;
}

Json incident_facts_json(const flow::ProvinceView& view, const Incident& incident) {
  Json out = {{"id", to_string(incident.id)},
              {"version", incident.version},
              {"plate", incident.plate.text}};
  put(out, "country", incident.plate.country);
  out["hits"] = incident.hits;
  out["priority"] = incident.priority;
  out["quiet"] = incident.is_quiet;
  if (incident.is_batched) out["batch"] = format_day(brussels_day(incident.opened_at));
  put_life(out, view, incident.standing);
  out["opened_at"] = format_rfc3339(incident.opened_at);
  out["last_at"] = format_rfc3339(incident.last_at);
  return out;
}

Json incident_json(const flow::ProvinceView& view, const Incident& incident, Json last_hit) {
  Json out = incident_facts_json(view, incident);
  out["last_hit"] = std::move(last_hit);
  return out;
}

Json step_json(const flow::ProvinceView& view, const TakenStep& step) {
  Json out = {
      {"number", step.number}, {"kind", name_of(step.kind)}, {"at", format_rfc3339(step.at)}};
  put(out, "by", doer_json(view, step.by));
  if (step.reason != VerdictReason::kNone) out["reason"] = name_of(step.reason);
  if (step.outcome != HitOutcome::kNone) out["outcome"] = name_of(step.outcome);
  return out;
}

}  // namespace bas::api
