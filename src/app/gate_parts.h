// What opens data and what ends them, wired: the gate, grants, authorisations, searches, retention.
#pragma once

#include "app/ledger_parts.h"
#include "control_sql/control_sql.h"
#include "flow/audits.h"
#include "flow/kept_registers.h"
#include "flow/oversight.h"
#include "flow/retention.h"
#include "flow/searches.h"
#include "flow/subject_packages.h"
#include "flow/transparency.h"

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
    const Clock& clock;
    Random& random;
  };
  explicit GateParts(Uses uses)
      : gate({uses.directory, *uses.ledger.uses, uses.regime, uses.clock}),
        papers(uses.control.papers(), uses.vault),
        grants({papers, gate, uses.control.accounts(), uses.clock, uses.random}),
        authorisations({papers, gate, uses.clock, uses.random}),
        searches({uses.reads, uses.read_sealer, uses.vault, grants, authorisations, gate}),
        retention({uses.vault, uses.reads, uses.blobs, uses.control.hits(), *uses.ledger.uses,
                   *uses.ledger.vault, uses.regime, uses.clock, uses.erasing_folder}),
        oversight({*uses.ledger.uses, gate, uses.clock}),
        audits({*uses.ledger.uses, *uses.ledger.book, gate, papers, uses.control.accounts(),
                uses.clock}),
        transparency({uses.directory, uses.reads, uses.control.hits(), uses.control.lists(), papers,
                      *uses.ledger.uses, uses.regime, uses.clock}),
        kept_registers(
            {papers, uses.control.lists(), gate, *uses.ledger.uses, uses.clock, uses.random}),
        subject_packages(
            {uses.reads, uses.read_sealer, uses.vault, *uses.ledger.uses, gate, uses.clock}) {}

  flow::Gate gate;
  flow::Papers papers;
  flow::Grants grants;
  flow::Authorisations authorisations;
  flow::Searches searches;
  flow::Retention retention;
  flow::Oversight oversight;
  flow::Audits audits;
  flow::Transparency transparency;
  flow::KeptRegisters kept_registers;
  flow::SubjectPackages subject_packages;
};

}  // namespace bas::app
