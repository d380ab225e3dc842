// What is kept of one plate, for whom it belongs to: asked through the supervisor or the officer
// for data protection, sealed for the recipient (rule R60; Act of 30 July 2018, art. 41-42 by
// memory).
#pragma once

#include <string>
#include <vector>

#include "flow/gate.h"
#include "flow/read_sealer.h"
#include "ports/read_store.h"

namespace bas::flow {

struct SubjectWish {
  std::string plate;  // canonical
  policy::SubjectThrough through = policy::SubjectThrough::kNobody;
  std::string proof;       // of holdership: number and date of what was shown; empty: none
  std::string recipient;   // who opens it
  std::string public_key;  // of the recipient, 32 bytes (X25519)
};

struct SubjectPackage {
  std::string sealed;  // a sealed box of JSON
  std::string sha256;  // of that, in hex
  std::size_t reads = 0;
  std::size_t consultations = 0;
  std::uint64_t ledger_number = 0;
};

// Threads: any. In the package: reads that are still there and may still be read (when, where), and
// searches that named the plate (when, by which zone and role, for which purpose): no officer's
// name, no case. A search of everything at some places names no plate, so it is not among them.
class SubjectPackages {
 public:
  static constexpr std::size_t kReadsMost = 100'000;
  static constexpr std::uint64_t kUsesMost = 1'000'000;  // about a minute

  struct Parts {
    ReadStore& reads;
    const ReadSealer& sealer;
    vault::Vault& vault;
    UseLog& uses;
    Gate& gate;
    const Clock& clock;
  };
  explicit SubjectPackages(Parts parts) : parts_(parts) {}

  // kBadInput for a plate or key that is none; kRefused by policy, and then written; kTooLarge when
  // there is more than can be looked at. `disclose` stands in the ledger before it returns.
  Result<SubjectPackage> make(const SubjectWish& wish, const Person& who);

 private:
  struct Consultation {
    UseFacts facts;
    std::string purpose;
  };
  Result<std::vector<Read>> reads_of(const std::string& plate);
  Result<std::vector<Consultation>> consultations_of(const std::string& plate);
  std::string document_of(const SubjectWish& wish, const std::vector<Read>& reads,
                          const std::vector<Consultation>& consultations) const;

  Parts parts_;
};

}  // namespace bas::flow
