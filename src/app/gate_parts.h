// Who comes in, what opens data and what ends them, wired: accounts, the gate, grants,
// authorisations, searches, retention.
#pragma once

#include "app/ledger_parts.h"
#include "app/people_parts.h"
#include "control_sql/control_sql.h"
#include "flow/retention.h"
#include "flow/searches.h"

namespace bas::app {

// In the order in which they are built; each uses only what stands above it.
struct GateParts {
  struct Uses {
    control_sql::ControlSql& control;
    const flow::Directory& directory;
    ReadStore& reads;
    BlobStore& blobs;
    const flow::ReadSealer& read_sealer;
    vault::Vault& vault;
    LedgerParts& ledger;
    const policy::Regime& regime;
    std::filesystem::path erasing_folder;
    flow::SessionTerms session_terms;
    const Clock& clock;
    Random& random;
  };
  explicit GateParts(Uses uses)
      : gate({uses.directory, *uses.ledger.uses, uses.regime, uses.clock}),
        papers(uses.control.papers(), uses.vault),
        people({uses.control, papers, uses.vault, *uses.ledger.uses, uses.clock, uses.random,
                uses.session_terms}),
        grants({papers, gate, uses.control.accounts(), uses.clock, uses.random}),
        authorisations({papers, gate, uses.clock, uses.random}),
        searches({uses.reads, uses.read_sealer, uses.vault, grants, authorisations, gate}),
        retention({uses.vault, uses.reads, uses.blobs, uses.control.hits(), *uses.ledger.uses,
                   *uses.ledger.vault, uses.regime, uses.clock, uses.erasing_folder}) {}

  flow::Gate gate;
  flow::Papers papers;
  PeopleParts people;
  flow::Grants grants;
  flow::Authorisations authorisations;
  flow::Searches searches;
  flow::Retention retention;
};

}  // namespace bas::app
