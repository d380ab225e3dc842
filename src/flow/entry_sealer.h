// Entries in and out of their sealed form, under the standing keys.
#pragma once

#include <string>

#include "base/result.h"
#include "ports/list_store.h"
#include "ports/revision_store.h"
#include "vault/vault.h"

namespace bas::flow {

// A line of a file that could not be taken.
struct Reject {
  std::uint64_t line = 0;
  std::string raw;  // as it stood, cut where it is long
  std::string error;
};

// Threads: any.
class EntrySealer {
 public:
  explicit EntrySealer(vault::Vault& vault) : vault_(vault) {}

  // Under which an entry of that plate stands in its list; 16 bytes.
  Result<std::string> token(const Plate& plate) const;

  Result<SealedEntry> seal(const Entry& entry) const;
  // The seal binds the token, not the id: a stored entry keeps its id when a new line replaces it.
  Result<Entry> open(const SealedEntry& sealed) const;

  Result<SealedReject> seal(const Reject& reject) const;
  Result<Reject> open(const SealedReject& sealed) const;

  // Part `number` of a file that waits for a person.
  Result<std::string> seal_part(int number, std::string_view bytes) const;
  Result<std::string> open_part(int number, std::string_view sealed) const;

 private:
  vault::Vault& vault_;
};

}  // namespace bas::flow
