// The stores of src/ports on shared connections; one .cc each.
#pragma once

#include <memory>

#include "control_sql/connection.h"
#include "ports/control_stores.h"

namespace bas::control_sql {

// The connections outlive the stores.
std::unique_ptr<ProvinceStore> make_province_store(const Connections& connections);
std::unique_ptr<ListStore> make_list_store(const Connections& connections);
std::unique_ptr<RevisionStore> make_revision_store(const Connections& connections);
std::unique_ptr<PaperStore> make_paper_store(const Connections& connections);
std::unique_ptr<HitStore> make_hit_store(const Connections& connections);
std::unique_ptr<HitFacts> make_hit_facts(const Connections& connections);
std::unique_ptr<PursuitStore> make_pursuit_store(const Connections& connections);
std::unique_ptr<DeliveryStore> make_delivery_store(const Connections& connections);
std::unique_ptr<AccountStore> make_account_store(const Connections& connections);
std::unique_ptr<QuarantineStore> make_quarantine_store(const Connections& connections);

}  // namespace bas::control_sql
