// The plates that are known to be real, as a register or a person brought them: sealed on disk, in
// the clear in matching only.
#pragma once

#include <cstddef>
#include <filesystem>
#include <mutex>
#include <string_view>

#include "base/random.h"
#include "flow/entry_book.h"
#include "vault/vault.h"

namespace bas::flow {

struct KnownPlatesState {
  std::size_t plates = 0;
  double coverage = 0;      // share of the vehicles on the road that they are
  std::size_t refused = 0;  // lines of the last file that held no plate
};

// A look-alike of a plate that is itself known to be real is withdrawn: on large lists that removes
// nearly all false hits. Threads: any. Memory: 12 to 16 bytes a plate, and 10 more on disk.
class KnownPlatesBook {
 public:
  static constexpr std::size_t kPlatesMax = 50'000'000;

  struct Parts {
    EntryBook& entries;
    vault::Vault& vault;
    Random& random;
    std::filesystem::path file;
  };
  explicit KnownPlatesBook(Parts parts) : parts_(std::move(parts)) {}

  // What was brought before; nothing where no file is. kCorrupt when it does not open.
  Result<> load();
  // `text`: plate[,country] a line. All that were known before are forgotten. Durable, and in
  // force, when it returns. kBadInput where no line holds a plate.
  Result<KnownPlatesState> replace(std::string_view text, double coverage);
  KnownPlatesState state() const;

 private:
  Result<> take(std::string_view packed);

  Parts parts_;
  mutable std::mutex mutex_;  // guards state_
  KnownPlatesState state_;
};

}  // namespace bas::flow
