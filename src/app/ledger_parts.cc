#include "app/ledger_parts.h"

#include <fmt/format.h>

#include "app/note_key.h"
#include "app/witness_list.h"
#include "base/encode.h"
#include "store_rocks/rocks_ledger_store.h"

namespace bas::app {

namespace {

Result<ledger::NoteSigner> signer_in(const LedgerParts::Settings& settings) {
  auto signer = TRY(note_key_in(settings.key_file, ledger::NoteKind::kText));
  const std::string name = signer.verifier().key.name;
  if (!settings.origin.empty() && settings.origin != name) {
    return fail(ErrorCode::kRefused,
                fmt::format("ledger.origin is {}, but the key signs for {}, which is the name of "
                            "the log for good",
                            settings.origin, name));
  }
  return signer;
}

Result<ledger::NoteSigner> signer_of(const LedgerParts::Settings& settings, LedgerStore& store,
                                     Random& random) {
  auto found = signer_in(settings);
  if (found || found.error().code != ErrorCode::kNotFound) return found;
  if (TRY(store.size()) == 0) {
    const std::string origin =
        settings.origin.empty() ? "bas/" + to_hex(random.bytes(6)) : settings.origin;
    return make_note_key(settings.key_file, origin, ledger::NoteKind::kText, random);
  }
  return fail(ErrorCode::kRefused,
              fmt::format("the ledger has entries, but its key {} is missing: put it back",
                          settings.key_file.string()));
}

Result<flow::Witnesses::Reply> send_by(fetch::Fetcher& fetcher, fetch::Request request,
                                       std::stop_token stop) {
  request.method = "POST";
  request.headers = {{"content-type", "text/plain; charset=utf-8"}};
  fetch::Answer answer = TRY(fetcher.fetch(request, std::move(stop)));
  return flow::Witnesses::Reply{answer.status, std::move(answer.body)};
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
  parts->spool =
      TRY(flow::UseSpool::open({*parts->uses, *parts->vault, clock, settings.spool_file}));
  parts->fetcher = std::make_unique<fetch::CurlFetcher>();
  const auto send = [by = parts->fetcher.get()](const std::string& url, const std::string& body,
                                                std::stop_token stop) {
    fetch::Request request;
    request.url = url;
    request.body = body;
    return send_by(*by, std::move(request), std::move(stop));
  };
  auto named = TRY(witnesses_in(settings.witnesses_file));
  parts->witnesses = TRY(flow::Witnesses::open(
      {*parts->book, std::move(named), send, settings.witnessed_file, clock}));
  return parts;
}

Result<> LedgerParts::note_start(std::string_view version, std::string_view regime_sha256) {
  TRY(spool->drain());
  flow::Use use;
  use.facts.verb = policy::Verb::kAlter;
  use.facts.what = "software";
  use.facts.version = version;
  use.facts.regime_sha256 = regime_sha256;
  TRY(uses->write(std::move(use)));
  return {};
}

}  // namespace bas::app
