// The end of what cameras saw: keys and files of a day whose term is over are destroyed, and the
// ledger says how much that was.
#pragma once

#include <filesystem>
#include <mutex>
#include <optional>
#include <vector>

#include "base/periodic.h"
#include "flow/terms.h"
#include "flow/use_log.h"
#include "ports/blob_store.h"
#include "ports/hit_store.h"
#include "ports/pursuit_store.h"
#include "ports/read_store.h"
#include "vault/vault.h"

namespace bas::flow {

// A day, or what cameras of the camera act saw of it, whose term is shorter (rule R7).
struct ErasedPart {
  Day day;
  LegalSource source = LegalSource::kPoliceAct;  // with it all of the day
  auto operator<=>(const ErasedPart&) const = default;
};

// Threads: any, one erasure at a time; one of its own looks for what is due.
class Retention {
 public:
  struct Parts {
    vault::Vault& vault;
    ReadStore& reads;
    BlobStore& blobs;
    HitStore& hits;
    PursuitStore& pursuits;
    UseLog& uses;
    vault::Vault& ledger_vault;
    const policy::Regime& regime;
    const Clock& clock;
    std::filesystem::path folder;  // marks days whose erasure has begun and is not in the ledger
  };
  explicit Retention(Parts parts) : parts_(parts) {}

  // Destroys its key, so that nothing of it opens again in any copy of the data; then removes its
  // reads, of a whole day pictures, payloads and hits too, and writes number and digest of the
  // reads into the ledger. Durable when it returns; after a crash half way the next run finishes
  // it, and nothing is counted twice.
  Result<DroppedReads> erase(const ErasedPart& part);

  // Everything that is due: days whose terms are over, the details of uses that are older than the
  // law keeps a log, and what a crash left. What was erased. Closes days that are over in the vault
  // first.
  Result<std::vector<ErasedPart>> run(const Terms& terms);
  // Runs at once and then in that rhythm. `terms` outlive it.
  void start(const Terms& terms, std::chrono::milliseconds every);

  // When a run last ended well; nothing before the first.
  std::optional<UtcTime> ran_at() const;

  // How long what is over longest has been waiting for its erasure; nothing waits: none.
  std::optional<std::chrono::milliseconds> overdue(const Terms& terms) const;

 private:
  Result<std::vector<ErasedPart>> begun() const;
  std::vector<ErasedPart> kept() const;
  std::filesystem::path mark_of(const ErasedPart& part) const;
  Result<DroppedReads> counted_before(const ErasedPart& part) const;
  Result<DroppedReads> drop_reads(const ErasedPart& part);
  Result<> erase_old_details();

  Parts parts_;
  std::mutex erasing_;
  mutable std::mutex told_;  // guards ran_at_
  std::optional<UtcTime> ran_at_;
  Periodic job_;
};

}  // namespace bas::flow
