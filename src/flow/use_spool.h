// What could not be written into the ledger at once and was done all the same: hits that desks were
// told of. It is written later, and its details say when it happened: entries stay in the order of
// their time.
#pragma once

#include <atomic>
#include <filesystem>
#include <mutex>

#include "flow/use_log.h"

namespace bas::flow {

// A file of sealed lines beside the ledger. Threads: any.
class UseSpool {
 public:
  static constexpr std::size_t kBytesMax = 64u << 20;

  struct Parts {
    UseLog& uses;
    vault::Vault& vault;  // of the ledger alone
    const Clock& clock;
    std::filesystem::path file;
  };
  // What an earlier run left behind waits for the next drain().
  static Result<std::unique_ptr<UseSpool>> open(Parts parts);

  // Durable when it returns. kUnavailable when the spool is full or cannot be written: then nothing
  // may be given out either.
  Result<> keep(const Use& use);
  // Writes all that waits into the ledger. What fails stays; who crashes in between writes some of
  // it twice, and nothing never.
  Result<> drain();
  // How many wait.
  std::size_t waiting() const { return waiting_; }

 private:
  explicit UseSpool(Parts parts) : parts_(std::move(parts)) {}
  Result<std::string> line_of(const Use& use, UtcTime now);
  Result<Use> use_of(std::string_view line);
  Result<> write_all(std::string_view lines, std::size_t& written);

  Parts parts_;
  std::mutex mutex_;  // guards the file
  std::atomic<std::size_t> waiting_ = 0;
};

}  // namespace bas::flow
