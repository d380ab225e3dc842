// The ledger as it is written: entries committed in groups, checkpoints signed, files for whoever
// checks.
#pragma once

#include <condition_variable>
#include <future>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

#include "base/clock.h"
#include "ledger/checkpoint.h"
#include "ledger/growing_tiles.h"
#include "ledger/note.h"
#include "ports/ledger_store.h"

namespace bas::flow {

// Threads: any. One of its own commits what waits, all of it with one sync, and signs a checkpoint
// when the log has grown and a second has passed since the last. A checkpoint is signed only over
// entries that are durable.
class LedgerBook {
 public:
  struct Parts {
    LedgerStore& store;
    ledger::NoteSigner signer;  // its name is the origin of the log
    const Clock& clock;
  };
  // kCorrupt when what is stored does not lead to the checkpoint that was signed last, or is
  // shorter: the ledger then goes on nowhere.
  static Result<std::unique_ptr<LedgerBook>> open(Parts parts);
  ~LedgerBook();  // commits what waits and signs

  // The number of the first of the rows, which follow each other. Durable when it returns (0.3 to
  // 5 ms). kUnavailable when the disk refuses or too much waits: then whatever was to be written
  // down must not happen.
  Result<std::uint64_t> append(std::vector<LedgerRow> rows);

  // Signs what there is; the note.
  Result<std::string> sign_now();
  // The note of the latest checkpoint.
  std::string checkpoint() const;
  // Entries that are durable.
  std::uint64_t size() const;
  ledger::NoteVerifier verifier() const { return parts_.signer.verifier(); }

  // That the first `growth.first` entries are the beginning of the first `growth.second`.
  Result<ledger::Proof> proof(const ledger::Growth& growth) const;

  // Of the first `size` entries, at most as many as there are.
  Result<ledger::Hash> root_at(std::uint64_t size) const;

  // A file of the log by its path, "tile/…"; also one that was not full then. kNotFound where there
  // is none.
  Result<std::string> file(std::string_view path) const;

 private:
  struct Waiting {
    std::vector<LedgerRow> rows;
    std::promise<Result<std::uint64_t>> done;
  };
  explicit LedgerBook(Parts parts) : parts_(std::move(parts)) {}
  Result<> resume();
  void run();
  void commit(std::vector<Waiting> waiting);
  Result<> store(const std::vector<LedgerRow>& rows);
  Result<std::string> sign();
  Result<std::string> hashes(const ledger::Tile& tile) const;
  Result<std::string> bundle(const ledger::Tile& tile) const;

  Parts parts_;
  std::mutex signing_;  // one signature at a time

  mutable std::mutex state_;  // guards the next two
  ledger::GrowingTiles tiles_;
  std::string note_;

  std::mutex mutex_;  // guards the rest but the thread
  std::condition_variable wake_;
  std::vector<Waiting> waiting_;
  std::size_t rows_waiting_ = 0;
  bool is_stopping_ = false;
  std::thread thread_;
};

}  // namespace bas::flow
