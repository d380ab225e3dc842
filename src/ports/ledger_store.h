// Where the ledger's entries, hashes and sealed payloads are kept. An engine knows no key.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace bas {

// `entry` is the leaf, for good and for everybody; `payload` is what it commits to, sealed, and may
// be erased.
struct LedgerRow {
  std::string entry;
  std::string payload;
};

// A tile that is full and never changes again: 256 hashes.
struct LedgerTile {
  unsigned level = 0;
  std::uint64_t index = 0;
  std::string bytes;
};

// Rows from number `first` on, with the tiles they fill.
struct LedgerAppend {
  std::uint64_t first = 0;
  std::span<const LedgerRow> rows;
  std::span<const LedgerTile> tiles;
};

// Numbers of entries, from `first` on.
struct LedgerRange {
  std::uint64_t first = 0;
  std::uint64_t count = 0;
};

// Threads: any; one appends at a time. Errors: kUnavailable when the disk refuses, kCorrupt when
// what lies there is not as it was written.
class LedgerStore {
 public:
  virtual ~LedgerStore() = default;

  // Entries that are stored; they are numbered from 0.
  virtual Result<std::uint64_t> size() = 0;

  // Durable when it returns; all or nothing. kConflict when `first` is not size(): entries are
  // never replaced.
  virtual Result<> append(const LedgerAppend& append) = 0;

  // kNotFound when one of them is not there.
  virtual Result<std::vector<std::string>> entries(const LedgerRange& range) = 0;
  virtual Result<std::string> tile(unsigned level, std::uint64_t index) = 0;

  // kNotFound where there is none, or where it was erased.
  virtual Result<std::string> payload(std::uint64_t number) = 0;
  // For good, and durable when it returns. Entries and hashes stay as they are.
  virtual Result<> erase_payloads(const LedgerRange& range) = 0;

  // The signed note of the latest checkpoint; durable when it returns.
  virtual Result<> put_checkpoint(std::string_view note) = 0;
  virtual Result<std::optional<std::string>> checkpoint() = 0;
};

}  // namespace bas
