// What a witness keeps and answers: it cosigns a checkpoint only when it goes on from the one that
// it cosigned last (C2SP tlog-witness).
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "base/clock.h"
#include "ledger/witness.h"

namespace bas::flow {

// Threads: any; one checkpoint at a time. What it has seen of each log is durable before the
// cosignature leaves, so that it never vouches for two histories, also across a crash.
class WitnessBook {
 public:
  struct Parts {
    ledger::NoteSigner signer;  // of kind kCosignature
    std::vector<ledger::NoteVerifier> logs;
    std::filesystem::path folder;  // a file for each log: the note it cosigned last
    const Clock& clock;
  };
  // kCorrupt when a note that was kept cannot be read: the witness then starts nowhere.
  static Result<std::unique_ptr<WitnessBook>> open(Parts parts);

  // `status` and `body` as HTTP says them: 200 with the cosignature, 409 with the size seen last,
  // or one of judge() with nothing.
  struct Answer {
    int status = 0;
    std::string body;
  };
  // kBadInput for what is no such request, kUnavailable when the disk refuses: nothing is cosigned.
  Result<Answer> add(std::string_view body);

  ledger::NoteVerifier verifier() const { return parts_.signer.verifier(); }

 private:
  explicit WitnessBook(Parts parts) : parts_(std::move(parts)) {}
  std::filesystem::path file_of(const std::string& origin) const;

  Parts parts_;
  std::mutex mutex_;  // guards seen_ and the files
  std::map<std::string, ledger::Checkpoint> seen_;
};

}  // namespace bas::flow
