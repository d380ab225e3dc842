#include "app/ledger_parts.h"

#include <fmt/format.h>

#include "base/encode.h"
#include "base/file.h"
#include "store_rocks/rocks_ledger_store.h"

namespace bas::app {

namespace {

constexpr std::size_t kKeyFileBytesMax = 4'096;

Result<ledger::NoteSigner> signer_in(const LedgerParts::Settings& settings) {
  std::string line = TRY(read_file(settings.key_file, kKeyFileBytesMax));
  TRY(refuse_if_others_may_read(settings.key_file, "key of the ledger"));
  while (line.ends_with('\n')) line.pop_back();
  auto signer = ledger::NoteSigner::parse(line);
  wipe(line);
  if (!signer) {
    return fail(ErrorCode::kCorrupt, fmt::format("{} holds no key of a ledger: put back the one "
                                                 "that was made at the first start",
                                                 settings.key_file.string()));
  }
  const std::string name = signer->verifier().key.name;
  if (!settings.origin.empty() && settings.origin != name) {
    return fail(ErrorCode::kRefused,
                fmt::format("ledger.origin is {}, but the key signs for {}, which is the name of "
                            "the log for good",
                            settings.origin, name));
  }
  return signer;
}

Result<ledger::NoteSigner> made_signer(const LedgerParts::Settings& settings, Random& random) {
  const std::string origin =
      settings.origin.empty() ? "bas/" + to_hex(random.bytes(6)) : settings.origin;
  std::string seed = random.bytes(kSeedBytes);
  auto key = TRY(SigningKey::from_seed(seed));
  auto signer = TRY(ledger::NoteSigner::create(origin, std::move(key)));
  std::string line = ledger::secret_text(signer.verifier(), seed) + "\n";
  const auto written = write_file(settings.key_file, line, FileMode::kSecret);
  wipe(line);
  wipe(seed);
  if (!written) return tl::make_unexpected(written.error());
  return signer;
}

Result<ledger::NoteSigner> signer_of(const LedgerParts::Settings& settings, LedgerStore& store,
                                     Random& random) {
  auto found = signer_in(settings);
  if (found || found.error().code != ErrorCode::kNotFound) return found;
  if (TRY(store.size()) == 0) return made_signer(settings, random);
  return fail(ErrorCode::kRefused,
              fmt::format("the ledger has entries, but its key {} is missing: put it back",
                          settings.key_file.string()));
}

}  // namespace

Result<std::unique_ptr<LedgerParts>> LedgerParts::open(const Settings& settings, const Clock& clock,
                                                       Random& random) {
  std::unique_ptr<LedgerParts> parts(new LedgerParts);
  parts->store = TRY(store_rocks::RocksLedgerStore::open(settings.folder));
  parts->vault = TRY(vault::Vault::open(
      {.keys_folder = settings.keys_folder, .kek_file = settings.kek_file}, random));
  auto signer = TRY(signer_of(settings, *parts->store, random));
  parts->book = TRY(flow::LedgerBook::open({*parts->store, std::move(signer), clock}));
  parts->uses = std::make_unique<flow::UseLog>(
      flow::UseLog::Parts{*parts->book, *parts->store, *parts->vault, clock, random});
  return parts;
}

Result<> LedgerParts::note_start(std::string_view version, std::string_view regime_sha256) {
  flow::Use use;
  use.facts.verb = policy::Verb::kAlter;
  use.facts.what = "software";
  use.facts.version = version;
  use.facts.regime_sha256 = regime_sha256;
  TRY(uses->write(std::move(use)));
  return {};
}

}  // namespace bas::app
