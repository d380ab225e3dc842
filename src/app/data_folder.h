// Where what lies in the data folder.
#pragma once

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "base/result.h"

namespace bas::app {

struct DataFolder {
  std::filesystem::path root;

  std::filesystem::path control_file() const { return root / "control.sqlite"; }
  std::filesystem::path reads() const { return root / "reads"; }
  std::filesystem::path pictures() const { return root / "pictures"; }
  std::filesystem::path holds() const { return root / "holds"; }
  std::filesystem::path misreads() const { return root / "misreads.json"; }
  std::filesystem::path travel_times() const { return root / "travel-times.json"; }
  std::filesystem::path passage_counts() const { return root / "passage-counts.json"; }
  std::filesystem::path misread_tally() const { return root / "misread-tally.json"; }
  std::filesystem::path known_plates() const { return root / "known-plates.sealed"; }
  std::filesystem::path terms() const { return root / "terms.json"; }
  std::filesystem::path erasing() const { return root / "erasing"; }
  std::filesystem::path keys() const { return root / "keys"; }
  // "http://127.0.0.1:8080" of the server that runs on this folder; left behind by a crash.
  std::filesystem::path address_file() const { return root / "address"; }

  std::filesystem::path ledger() const { return root / "ledger"; }
  std::filesystem::path ledger_witnessed() const { return root / "ledger-witnessed"; }
  std::filesystem::path ledger_spool() const { return root / "ledger-spool"; }
  std::filesystem::path ledger_keys() const { return root / "ledger-keys"; }

  // Keys lie beside the folder, so that no backup of the folder holds them.
  std::filesystem::path default_kek_file() const { return beside(".kek"); }
  std::filesystem::path default_ledger_key_file() const { return beside(".ledger-key"); }

  // Makes what is missing, for this user alone.
  Result<> prepare() const;

 private:
  std::filesystem::path beside(const char* ending) const;
};

// Name and bytes of each store, the files' own length. Walks the folders: asked seldom. What goes
// meanwhile counts for nothing.
std::vector<std::pair<std::string, std::uint64_t>> store_sizes(const DataFolder& folder);

}  // namespace bas::app
