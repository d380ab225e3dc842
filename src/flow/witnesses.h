// The witnesses of the ledger: asked about every minute to cosign its latest checkpoint, so that
// nobody, not even who holds its key, can rewrite what they have seen.
#pragma once

#include <filesystem>
#include <functional>
#include <mutex>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "base/clock.h"
#include "base/periodic.h"
#include "flow/ledger_book.h"

namespace bas::flow {

// `url`: behind which `/add-checkpoint` is; `key`: of kind kCosignature.
struct WitnessAddress {
  std::string url;
  ledger::NoteVerifier key;
};

// `failure`: why it did not cosign the last time; empty when it did.
struct WitnessState {
  std::string name;
  std::optional<UtcTime> seen_at;  // its last cosignature
  std::uint64_t size = 0;          // over so many entries
  std::string failure;
};

// Threads: any; one of its own asks. A witness that is slow or down keeps nobody waiting but the
// other witnesses.
class Witnesses {
 public:
  // A day without any cosignature is told as an alarm (rule R53).
  static constexpr std::chrono::hours kMissingAfter{24};

  struct Reply {
    int status = 0;
    std::string body;
  };
  using Send = std::function<Result<Reply>(const std::string& url, const std::string& body,
                                           std::stop_token stop)>;
  struct Parts {
    LedgerBook& book;
    std::vector<WitnessAddress> witnesses;
    Send send;
    std::filesystem::path file;  // keeps the note that was cosigned last
    const Clock& clock;
  };
  // kCorrupt when the note that was kept is damaged or is not of this log.
  static Result<std::unique_ptr<Witnesses>> open(Parts parts);

  void start(std::chrono::milliseconds every);
  // Asks each once, about the latest checkpoint.
  void ask_all(std::stop_token stop);

  // The checkpoint that was cosigned last, with the log's own signature and the witnesses'; empty
  // where none ever was.
  std::string note() const;
  std::vector<WitnessState> states() const;
  // The youngest cosignature of all.
  std::optional<UtcTime> seen_at() const;
  // Also where no witness is named.
  bool is_missing() const;

 private:
  struct Asked {
    std::string text;  // of the checkpoint
    std::string note;  // signed by the log
    std::uint64_t size = 0;
  };
  explicit Witnesses(Parts parts) : parts_(std::move(parts)) {}
  Result<> load();
  Result<std::string> cosignature(std::size_t i, const Asked& asked, std::stop_token stop);
  Result<Reply> send_from(std::size_t i, const Asked& asked, std::stop_token stop);
  Result<std::string> checked(std::size_t i, const Asked& asked, const std::string& line);
  void note_outcome(std::size_t i, const Asked& asked, const std::string& failure);
  Result<> keep(const Asked& asked, const std::string& lines);

  Parts parts_;
  std::vector<std::uint64_t> sizes_;  // what each saw last; the asking thread's own

  mutable std::mutex mutex_;  // guards the next two
  std::string note_;
  std::vector<WitnessState> states_;

  Periodic job_;
};

}  // namespace bas::flow
