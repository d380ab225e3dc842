// The register of processing and the register of cameras, made out of what is configured, with
// every earlier version kept (rule R61).
#pragma once

#include <mutex>
#include <string>
#include <vector>

#include "base/periodic.h"
#include "flow/gate.h"
#include "flow/papers.h"
#include "ports/list_store.h"

namespace bas::flow {

enum class RegisterKind { kProcessing, kCameras };
inline constexpr NameTable<RegisterKind, 2> kRegisterKindNames{{"processing", "cameras"}};

// `document` is JSON; members of one kind stand under their ids, so that a difference says which
// changed. `sha256` of the document, in hex. `number` begins at 1 for each kind.
struct RegisterVersion {
  RegisterKind kind = RegisterKind::kProcessing;
  int number = 0;
  std::string sha256;
  UtcTime made_at;
  std::string document;
};

// One difference: where, and what stood and stands there as JSON (empty: nothing).
struct RegisterChange {
  std::string path;  // JSON Pointer, RFC 6901
  std::string before, after;
};

// Pure: what the registers say of this configuration.
// Purposes, categories of data and of lists, recipients, grants and terms (register of processing:
// Act of 30 July 2018, art. 55; LED art. 24).
struct ProcessingFacts {
  const policy::Regime& regime;
  const ProvinceView& province;
  const std::vector<List>& lists;
  const std::vector<Grant>& grants;
  UtcTime now;
};
std::string processing_register(const ProcessingFacts& facts);
// Police zone, kind, place and use of each camera, as far as the configuration knows the members of
// the royal decree of 8 May 2018 (by memory: to be checked by a jurist).
std::string camera_register(const ProvinceView& province);

// Threads: any; one of its own looks for changes.
class KeptRegisters {
 public:
  struct Parts {
    Papers& papers;
    ListStore& lists;
    Gate& gate;
    UseLog& uses;
    const Clock& clock;
    Random& random;
  };
  explicit KeptRegisters(Parts parts) : parts_(parts) {}

  // Keeps a version of each register that is not as its last one, and says so in the ledger; the
  // versions that were added.
  Result<std::vector<RegisterVersion>> refresh();
  // Refreshes at once and then in that rhythm.
  void start(std::chrono::milliseconds every);

  // Every version of a kind, the latest first; refreshed before. Asks policy, writes the ledger.
  Result<std::vector<RegisterVersion>> versions(RegisterKind kind, const Person& who);

 private:
  Result<std::vector<RegisterVersion>> kept(RegisterKind kind);
  Result<std::string> document_of(RegisterKind kind);

  Parts parts_;
  std::mutex refreshing_;
  Periodic job_;
};

// From the one to the other, in the order of their paths.
Result<std::vector<RegisterChange>> changes_between(const RegisterVersion& before,
                                                    const RegisterVersion& after);

}  // namespace bas::flow
