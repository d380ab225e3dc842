// The members of a request by their names: one list, by which JSON is read and the schema written.
#pragma once

#include "policy/request.h"

namespace bas::policy {

template <typename Visit>
void visit_members(Actor& one, Visit& visit) {
  visit("name", one.name)("unit", one.unit)("zone", one.zone)("role", one.role)(
      "class", one.actor_class)("role_until", one.role_until)("trained_until", one.trained_until);
}

template <typename Visit>
void visit_members(Danger& one, Visit& visit) {
  visit("set_by", one.set_by)("set_at", one.set_at);
}

template <typename Visit>
void visit_members(Why& one, Visit& visit) {
  visit("code", one.code)("case_number", one.case_number)("reason", one.reason)("danger",
                                                                                one.danger);
}

template <typename Visit>
void visit_members(Source& one, Visit& visit) {
  visit("controller_zone", one.controller_zone)("camera", one.camera)(
      "authorisation_ref", one.authorisation_ref)("legal_source", one.legal_source)(
      "camera_from", one.camera_from)("camera_until", one.camera_until)(
      "is_outside_scope", one.is_outside_scope)("is_designated_place", one.is_designated_place)(
      "is_transferred", one.is_transferred)("fields", one.fields);
}

template <typename Visit>
void visit_members(Grant& one, Visit& visit) {
  visit("from_zone", one.from_zone)("to_zone", one.to_zone)("purposes", one.purposes)(
      "from", one.from)("until", one.until)("revoked_at", one.revoked_at);
}

template <typename Visit>
void visit_members(Range& one, Visit& visit) {
  visit("from", one.from)("until", one.until)("tier1_only", one.tier1_only);
}

template <typename Visit>
void visit_members(Authorisation& one, Visit& visit) {
  visit("number", one.number)("authority", one.authority)("office", one.office)(
      "reasons_sha256", one.reasons_sha256)("case_number", one.case_number)("dated", one.dated)(
      "expires", one.expires)("plates", one.plates)("areas", one.areas)("from", one.from)(
      "until", one.until)("uses", one.uses)("uses_max", one.uses_max)(
      "penalty_years", one.penalty_years)("is_revoked", one.is_revoked)(
      "has_valid_signature", one.has_valid_signature)("spoken_to", one.spoken_to);
}

template <typename Visit>
void visit_members(Predicate& one, Visit& visit) {
  visit("kind", one.kind)("plate", one.plate)("areas", one.areas)("cameras", one.cameras)(
      "supervisor", one.supervisor)("watched", one.watched)("attributes", one.attributes);
}

template <typename Visit>
void visit_members(Picture& one, Visit& visit) {
  visit("shows_occupants", one.shows_occupants)("unblur_reason", one.unblur_reason);
}

template <typename Visit>
void visit_members(Export& one, Visit& visit) {
  visit("recipient", one.recipient)("expires", one.expires)("exported_today", one.exported_today);
}

template <typename Visit>
void visit_members(EntryAsked& one, Visit& visit) {
  visit("owner", one.owner)("basis", one.basis)("reason", one.reason)("source_id", one.source_id)(
      "category", one.category)("priority", one.priority)("valid_from", one.valid_from)(
      "valid_until", one.valid_until);
}

template <typename Visit>
void visit_members(Criteria& one, Visit& visit) {
  visit("version", one.version)("approved_by", one.approved_by)(
      "approved_by_dpo", one.approved_by_dpo)("sha256", one.sha256)(
      "approved_sha256", one.approved_sha256)("attributes", one.attributes)("changes_itself",
                                                                            one.changes_itself);
}

template <typename Visit>
void visit_members(HitAsked& one, Visit& visit) {
  visit("stage", one.stage)("match", one.match)("category", one.category)(
      "entry_author", one.entry_author)("owner_unit", one.owner_unit)("priority", one.priority)(
      "created_at", one.created_at)("is_silent", one.is_silent)("home_unit", one.home_unit)(
      "source", one.source)("fed_at", one.fed_at)("has_unit_on_duty", one.has_unit_on_duty)(
      "told", one.told);
}

template <typename Visit>
void visit_members(Hold& one, Visit& visit) {
  visit("report_number", one.report_number)("case_number", one.case_number)("review_at",
                                                                            one.review_at);
}

template <typename Visit>
void visit_members(Derived& one, Visit& visit) {
  visit("expires", one.expires)("inputs_expire", one.inputs_expire);
}

template <typename Visit>
void visit_members(Subject& one, Visit& visit) {
  visit("has_proof_of_holdership", one.has_proof_of_holdership)("through", one.through);
}

template <typename Visit>
void visit_members(Change& one, Visit& visit) {
  visit("what", one.what)("impact_assessment", one.impact_assessment)(
      "term_before", one.term_before)("term_after", one.term_after);
}

template <typename Visit>
void visit_members(Statistics& one, Visit& visit) {
  visit("fields", one.fields)("smallest_cell", one.smallest_cell);
}

template <typename Visit>
void visit_members(Log& one, Visit& visit) {
  visit("is_available", one.is_available)("partition", one.partition)("why", one.why);
}

template <typename Visit>
void visit_members(Request& one, Visit& visit) {
  visit("act", one.act)("actor", one.actor)("of_zone", one.of_zone)("purpose", one.purpose)(
      "source", one.source)("grants", one.grants)("range", one.range)(
      "authorisation", one.authorisation)("predicate", one.predicate)("picture", one.picture)(
      "export", one.exported)("entry", one.entry)("criteria", one.criteria)("hit", one.hit)(
      "hold", one.hold)("derived", one.derived)("subject", one.subject)("change", one.change)(
      "statistics", one.statistics)("log", one.log);
}

}  // namespace bas::policy
