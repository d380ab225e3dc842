// The ledger and the law of a small province.
#pragma once

#include "base/encode.h"
#include "flow/gated_use_cases.h"
#include "flow/oversight_use_cases.h"
#include "ledger/verify.h"
#include "testkit/flow_world.h"
#include "testkit/memory_held_store.h"
#include "testkit/memory_ledger_store.h"

namespace bas::testkit {

// Threads: as its parts.
struct LedgerWorld {
  // From now on what is hit is shared through the gate.
  explicit LedgerWorld(FlowWorld& of) : world(of) {
    world.share = [this](std::span<const Hit> made) { return sharing.share(made); };
  }
  ~LedgerWorld() {
    world.share = [](auto) { return Result<>(); };
  }

  ledger::Verdict verdict() {
    return ledger::verify(book->sign_now().value(), {book->verifier(), std::nullopt, {}},
                          [&](const std::string& path) -> std::optional<std::string> {
                            auto bytes = book->file(path);
                            return bytes ? std::optional(std::move(*bytes)) : std::nullopt;
                          });
  }

  FlowWorld& world;
  SystemRandom random;
  MemoryLedgerStore store;
  std::unique_ptr<vault::Vault> vault =
      vault::Vault::open({world.folder.path / "ledger-keys", world.folder.path / "kek"}, random)
          .value();
  std::unique_ptr<flow::LedgerBook> book =
      flow::LedgerBook::open(
          {store,
           ledger::NoteSigner::create("bas.example/test",
                                      SigningKey::from_seed(std::string(32, 's')).value())
               .value(),
           world.clock})
          .value();
  std::unique_ptr<flow::Witnesses> witnesses =
      flow::Witnesses::open({*book,
                             {},
                             [](const std::string&, const std::string&, std::stop_token) {
                               return flow::Witnesses::Reply{};
                             },
                             world.folder.path / "witnessed",
                             world.clock})
          .value();
  flow::UseLog uses{{*book, store, *vault, world.clock, random}};
  policy::Regime regime = policy::regime_from("be", policy::standard_regime_text("be"),
                                              to_hex(sha256(policy::standard_regime_text("be"))))
                              .value();
  std::unique_ptr<flow::UseSpool> spool =
      flow::UseSpool::open({uses, *vault, world.clock, world.folder.path / "ledger-spool"}).value();
  flow::Gate gate{{*world.directory, uses, *spool, regime, world.clock, "IA-1"}};
  flow::Reads openers{
      {world.reads, world.blobs, *world.hit_store, *world.read_sealer, *world.hit_sealer}};
  flow::HitSharing sharing{gate};
  flow::Desk desk{{openers, gate}};
  flow::Papers papers{world.sql->papers(), *world.vault};
  flow::Grants grants{{papers, gate, world.sql->accounts(), world.clock, random}};
  flow::Authorisations authorisations{{papers, gate, world.clock, random}};
  flow::Purposes purposes{{gate, world.clock, random}};
  flow::Agreements agreements{{papers, gate, world.clock, random}};
  flow::ClosePlates close_plates{{papers, *world.vault, world.sql->accounts(), gate}};
  flow::Searches searches{{world.reads, *world.read_sealer, *world.vault, grants, authorisations,
                           purposes, close_plates, agreements, gate}};
  flow::LookBack look_back{{*world.entries, searches}};
  flow::Openings openings{{openers, gate, grants, authorisations, purposes, close_plates}};
  MemoryHeldStore held;
  flow::Holds holds{{papers,
                     {held, *world.vault},
                     openings,
                     openers,
                     purposes,
                     close_plates,
                     gate,
                     world.clock,
                     random}};
  flow::EntryOpenings entry_openings{{gate, grants}};
  flow::Oversight oversight{{uses, gate, world.clock}};
  flow::Transparency transparency{{*world.directory, world.reads, *world.hit_store,
                                   world.sql->lists(), papers, uses, regime, world.clock}};
  flow::KeptRegisters kept_registers{{papers, world.sql->lists(), gate, uses, world.clock, random}};
  flow::SubjectPackages subject_packages{
      {world.reads, *world.read_sealer, *world.vault, uses, gate, world.clock}};
  flow::Audits audits{{uses, *book, gate, papers, world.sql->accounts(), world.clock}};
};

}  // namespace bas::testkit
