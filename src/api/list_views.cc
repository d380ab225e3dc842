#include "api/list_views.h"

#include "api/json_members.h"
#include "api/views.h"

namespace bas::api {

namespace {

Json fetch_json(const FetchState& state) {
  Json out = {{"attempted_at", format_rfc3339(state.attempted_at)}};
  put(out, "succeeded_at", state.succeeded_at);
  out["failures"] = state.failures;
  put(out, "failure", state.failure);
  return out;
}

Json noise_json(const ListNoise& noise) {
  Json out = {{"hits", noise.hits},           {"validated", noise.validated},
              {"rejected", noise.rejected},   {"misread", noise.misread},
              {"withdrawn", noise.withdrawn}, {"expired", noise.expired}};
  const auto judged = static_cast<double>(noise.validated + noise.rejected);
  if (judged > 0) out["rejected_share"] = static_cast<double>(noise.rejected) / judged;
  return out;
}

Json counts_json(const RevisionCounts& counts) {
  return {{"lines", counts.lines},
          {"added", counts.added},
          {"changed", counts.changed},
          {"unchanged", counts.unchanged},
          {"removed", counts.removed},
          {"rejected", counts.rejected},
          {"skipped", counts.skipped},
          {"repeated", counts.repeated},
          {"contradicting", counts.contradicting},
          {"standard_ends", counts.standard_ends},
          {"kept_out", counts.kept_out}};
}

void put_settings(Json& out, const List& list) {
  out["match"] = {{"inexact", name_of(list.match.inexact)},
                  {"threshold", list.match.threshold},
                  {"uses_veto", list.match.uses_veto}};
  out["valid_days"] = list.valid_days;
  put(out, "profile", list.profile);
  if (!list.source.empty()) out["source"] = Json::parse(list.source, nullptr, false);
  put(out, "source_revision", list.source_revision);
  out["revision"] = list.revision;
  put(out, "confirmed_at", list.confirmed_at);
  if (list.max_age) out["max_age_s"] = list.max_age->count();
  put(out, "unit", list.unit);
  put(out, "unit_until", list.unit_until);
}

}  // namespace

Json list_json(const flow::ProvinceView& view, const flow::ListStatus& status) {
  const List& list = status.list;
  Json out = {
      {"id", to_string(list.id)},      {"name", list.name},
      {"title", list.title},           {"category", list.category},
      {"priority", list.priority},     {"owner_zone", zone_name_json(view, list.owner_zone)},
      {"suspended", list.is_suspended}};
  put(out, "suspended_because", list.suspended_because);
  out["entries"] = status.entries;
  put_settings(out, list);
  if (status.fetch) out["fetch"] = fetch_json(*status.fetch);
  if (status.noise) out["noise"] = noise_json(*status.noise);
  if (status.last_revision) out["last_revision"] = revision_json(*status.last_revision);
  return out;
}

Json revision_json(const Revision& revision) {
  Json out = {{"number", revision.number},
              {"mode", name_of(revision.mode)},
              {"state", name_of(revision.state)},
              {"origin", revision.origin}};
  if (!revision.by.is_zero()) out["by"] = to_string(revision.by);
  out["started_at"] = format_rfc3339(revision.started_at);
  put(out, "ended_at", revision.ended_at);
  put(out, "file_name", revision.file_name);
  put(out, "file_sha256", revision.file_sha256);
  put(out, "source_revision", revision.source_revision);
  out["counts"] = counts_json(revision.counts);
  put(out, "note", revision.note);
  return out;
}

Json import_state_json(const flow::ImportState& state) {
  Json out = revision_json(state.revision);
  if (state.revision.state != RevisionState::kRunning) return out;
  out["bytes_done"] = state.bytes_done;
  out["bytes"] = state.bytes;
  return out;
}

Json entry_json(const Entry& entry) {
  Json out = {
      {"id", to_string(entry.id)}, {"list", to_string(entry.list)}, {"plate", entry.plate.text}};
  put(out, "country", entry.plate.country);
  out["priority"] = entry.priority;
  out["category"] = entry.category;
  out["reason"] = entry.reason;
  put(out, "source_id", entry.source_id);
  put(out, "valid_from", entry.valid_from);
  put(out, "valid_until", entry.valid_until);
  put(out, "owner", entry.owner);
  put(out, "basis", entry.basis);
  put(out, "case_number", entry.case_number);
  put(out, "home", entry.home);
  put(out, "vehicle", vehicle_json(entry.vehicle));
  put(out, "procedure", texts_json(entry.procedure));
  return out;
}

}  // namespace bas::api
