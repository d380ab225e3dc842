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
#include "ports/read_store.h"
#include "vault/vault.h"

namespace bas::flow {

// Threads: any, one erasure at a time; one of its own looks for what is due.
class Retention {
 public:
  struct Parts {
    vault::Vault& vault;
    ReadStore& reads;
    BlobStore& blobs;
    HitStore& hits;
    UseLog& uses;
    vault::Vault& ledger_vault;
    const policy::Regime& regime;
    const Clock& clock;
    std::filesystem::path folder;  // marks days whose erasure has begun and is not in the ledger
  };
  explicit Retention(Parts parts) : parts_(parts) {}

  // Destroys the day's key, so that nothing of it opens again in any copy of the data; then removes
  // its reads, pictures, payloads and hits, and writes number and digest of the reads into the
  // ledger. Durable when it returns; after a crash half way the next run finishes it, and nothing
  // is counted twice.
  Result<DroppedReads> erase(Day day);

  // Everything that is due: days whose terms are over, the details of uses that are older than the
  // law keeps a log, and what a crash left. The days that were erased. Closes days that are over in
  // the vault first.
  Result<std::vector<Day>> run(const Terms& terms);
  // Runs at once and then in that rhythm. `terms` outlive it.
  void start(const Terms& terms, std::chrono::milliseconds every);

  // How long the day that is over longest has been waiting for its erasure; nothing waits: none.
  std::optional<std::chrono::milliseconds> overdue(const Terms& terms) const;

 private:
  Result<std::vector<Day>> begun() const;
  std::filesystem::path mark_of(Day day) const;
  Result<DroppedReads> counted_before(Day day) const;
  Result<> erase_old_details();

  Parts parts_;
  std::mutex erasing_;
  Periodic job_;
};

}  // namespace bas::flow
