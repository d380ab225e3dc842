// The ledger, wired: its key, its store, what is sealed beside it.
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "base/clock.h"
#include "base/random.h"
#include "fetch/curl_fetcher.h"
#include "flow/use_spool.h"
#include "flow/witnesses.h"

namespace bas::app {

// In the order in which they are built; each uses only what stands above it.
class LedgerParts {
 public:
  struct Settings {
    std::filesystem::path folder;
    std::filesystem::path keys_folder;
    std::filesystem::path kek_file;
    std::filesystem::path key_file;
    std::string origin;                      // empty: as the key says
    std::filesystem::path witnesses_file{};  // empty: none
    std::filesystem::path witnessed_file{};
    std::filesystem::path spool_file{};
  };
  // Makes the signing key where neither it nor a log is there. kRefused when the log has no key, or
  // one of another name: it does not go on under a name that is not its own.
  static Result<std::unique_ptr<LedgerParts>> open(const Settings& settings, const Clock& clock,
                                                   Random& random);

  // Says which software and which law are at work from now on (rule R55), after what an earlier
  // run left in the spool.
  Result<> note_start(std::string_view version, std::string_view regime_sha256);

  std::unique_ptr<LedgerStore> store;
  std::unique_ptr<vault::Vault> vault;
  std::unique_ptr<flow::LedgerBook> book;
  std::unique_ptr<flow::UseLog> uses;
  std::unique_ptr<flow::UseSpool> spool;
  std::unique_ptr<fetch::CurlFetcher> fetcher;
  std::unique_ptr<flow::Witnesses> witnesses;

 private:
  LedgerParts() = default;
};

}  // namespace bas::app
