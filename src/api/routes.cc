#include "api/routes.h"

#include "api/resources.h"

namespace bas::api {

void add_routes(net::Router& router, Services& services) {
  add_ingest(router, services);
  add_session(router, services);
  add_own_sessions(router, services);
  add_proof(router, services);
  add_second_factor(router, services);
  add_provider_sign_in(router, services);
  add_token_trials(router, services);
  add_scim(router, services);
  add_stream(router, services);
  add_hits(router, services);
  add_incidents(router, services);
  add_reads(router, services);
  add_province(router, services);
  add_cameras(router, services);
  add_hit_steps(router, services);
  add_withdrawals(router, services);
  add_presence(router, services);
  add_batches(router, services);
  add_pursuits(router, services);
  add_outlets(router, services);
  add_next_cameras(router, services);
  add_agreements(router, services);
  add_holds(router, services);
  add_close_plates(router, services);
  add_lists(router, services);
  add_revisions(router, services);
  add_entries(router, services);
  add_previews(router, services);
  add_known_plates(router, services);
  add_misreads(router, services);
  add_purposes(router, services);
  add_searches(router, services);
  add_regime(router, services);
  add_grants(router, services);
  add_authorisations(router, services);
  add_ledger(router, services);
  add_patterns(router, services);
  add_audits(router, services);
  add_statistics(router, services);
  add_transparency(router, services);
  add_processing_registers(router, services);
  add_subject_packages(router, services);
  add_registers(router, services);
  add_checks(router, services);
  add_account_changes(router, services);
  add_accounts(router, services);
  add_quarantine(router, services);
  add_system(router, services);
}

}  // namespace bas::api
