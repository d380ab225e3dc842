// Who comes in, what opens data and what ends them, wired: accounts, and the gate with all that
// asks it.
#pragma once

#include "app/ledger_parts.h"
#include "app/people_parts.h"
#include "control_sql/control_sql.h"
#include "flow/gated_use_cases.h"
#include "flow/oversight_use_cases.h"
#include "flow/retention.h"

namespace bas::app {

// In the order in which they are built; each uses only what stands above it.
struct GateParts {
  struct Uses {
    control_sql::ControlSql& control;
    const flow::Directory& directory;
    flow::EntryBook& entries;
    ReadStore& reads;
    BlobStore& blobs;
    HeldStore& held;
    const flow::ReadSealer& read_sealer;
    flow::Reads& openers;
    vault::Vault& vault;
    LedgerParts& ledger;
    const policy::Regime& regime;
    std::string impact_assessment;
    std::filesystem::path erasing_folder;
    flow::SessionTerms session_terms;
    ProviderParts& provider;
    const Clock& clock;
    Random& random;
  };
  explicit GateParts(const Uses& uses)
      : gate({uses.directory, *uses.ledger.uses, *uses.ledger.spool, uses.regime, uses.clock,
              uses.impact_assessment}),
        sharing(gate),
        desk({uses.openers, gate}),
        papers(uses.control.papers(), uses.vault),
        people({uses.control, papers, uses.vault, *uses.ledger.uses, uses.clock, uses.random,
                uses.session_terms, uses.directory, uses.provider}),
        grants({papers, gate, uses.control.accounts(), uses.clock, uses.random}),
        authorisations({papers, gate, uses.clock, uses.random}),
        purposes({gate, uses.clock, uses.random}),
        agreements({papers, gate, uses.clock, uses.random}),
        close_plates({papers, uses.vault, uses.control.accounts(), gate}),
        searches({uses.reads, uses.read_sealer, uses.vault, grants, authorisations, purposes,
                  close_plates, agreements, gate}),
        look_back({uses.entries, searches}),
        openings({uses.openers, gate, grants, authorisations, purposes, close_plates}),
        holds({papers, flow::HeldCopies(uses.held, uses.vault), openings, uses.openers, purposes,
               close_plates, gate, uses.clock, uses.random}),
        entry_openings({gate, grants}),
        retention({uses.vault, uses.reads, uses.blobs, uses.control.hits(), uses.control.pursuits(),
                   *uses.ledger.uses, *uses.ledger.vault, uses.regime, uses.clock,
                   uses.erasing_folder}),
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
  flow::HitSharing sharing;
  flow::Desk desk;
  flow::Papers papers;
  PeopleParts people;
  flow::Grants grants;
  flow::Authorisations authorisations;
  flow::Purposes purposes;
  flow::Agreements agreements;
  flow::ClosePlates close_plates;
  flow::Searches searches;
  flow::LookBack look_back;
  flow::Openings openings;
  flow::Holds holds;
  flow::EntryOpenings entry_openings;
  flow::Retention retention;
  flow::Oversight oversight;
  flow::Audits audits;
  flow::Transparency transparency;
  flow::KeptRegisters kept_registers;
  flow::SubjectPackages subject_packages;
};

}  // namespace bas::app
