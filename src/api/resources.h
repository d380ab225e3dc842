// One function a resource: each adds its routes. The list of them is in routes.cc.
#pragma once

#include "api/services.h"
#include "net/router.h"

namespace bas::api {

void add_ingest(net::Router& router, Services& services);
void add_session(net::Router& router, Services& services);
void add_own_sessions(net::Router& router, Services& services);
void add_proof(net::Router& router, Services& services);
void add_provider_sign_in(net::Router& router, Services& services);
void add_scim(net::Router& router, Services& services);
void add_token_trials(net::Router& router, Services& services);
void add_second_factor(net::Router& router, Services& services);
void add_stream(net::Router& router, Services& services);
void add_hits(net::Router& router, Services& services);
void add_incidents(net::Router& router, Services& services);
void add_reads(net::Router& router, Services& services);
void add_province(net::Router& router, Services& services);
void add_cameras(net::Router& router, Services& services);
void add_hit_steps(net::Router& router, Services& services);
void add_withdrawals(net::Router& router, Services& services);
void add_presence(net::Router& router, Services& services);
void add_batches(net::Router& router, Services& services);
void add_pursuits(net::Router& router, Services& services);
void add_outlets(net::Router& router, Services& services);
void add_next_cameras(net::Router& router, Services& services);
void add_agreements(net::Router& router, Services& services);
void add_holds(net::Router& router, Services& services);
void add_close_plates(net::Router& router, Services& services);
void add_lists(net::Router& router, Services& services);
void add_revisions(net::Router& router, Services& services);
void add_entries(net::Router& router, Services& services);
void add_previews(net::Router& router, Services& services);
void add_known_plates(net::Router& router, Services& services);
void add_misreads(net::Router& router, Services& services);
void add_purposes(net::Router& router, Services& services);
void add_searches(net::Router& router, Services& services);
void add_regime(net::Router& router, Services& services);
void add_grants(net::Router& router, Services& services);
void add_authorisations(net::Router& router, Services& services);
void add_ledger(net::Router& router, Services& services);
void add_patterns(net::Router& router, Services& services);
void add_audits(net::Router& router, Services& services);
void add_statistics(net::Router& router, Services& services);
void add_transparency(net::Router& router, Services& services);
void add_processing_registers(net::Router& router, Services& services);
void add_subject_packages(net::Router& router, Services& services);
void add_registers(net::Router& router, Services& services);
void add_checks(net::Router& router, Services& services);
void add_account_changes(net::Router& router, Services& services);
void add_accounts(net::Router& router, Services& services);
void add_quarantine(net::Router& router, Services& services);
void add_system(net::Router& router, Services& services);

}  // namespace bas::api
