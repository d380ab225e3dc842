#include <fmt/format.h>
#include <systemd/sd-daemon.h>

#include <CLI/CLI.hpp>
#include <memory>

#include "api/witness.h"
#include "app/ledger_verbs.h"
#include "app/listen_address.h"
#include "app/note_key.h"
#include "app/stop_signal.h"
#include "base/encode.h"
#include "base/file.h"
#include "net/server.h"

namespace bas::app {

namespace {

struct WitnessOptions {
  std::filesystem::path folder = "bas-witness";
  std::vector<std::string> logs;
  std::string name;
  std::string listen = "127.0.0.1:8081";
};

Result<ledger::NoteSigner> own_key(const WitnessOptions& options) {
  constexpr auto kKind = ledger::NoteKind::kCosignature;
  TRY(make_private_folder(options.folder));
  const auto file = options.folder / "witness.key";
  auto found = note_key_in(file, kKind);
  if (found || found.error().code != ErrorCode::kNotFound) return found;
  SystemRandom random;
  const std::string name =
      options.name.empty() ? "bas-witness/" + to_hex(random.bytes(6)) : options.name;
  return make_note_key(file, name, kKind, random);
}

Result<std::vector<ledger::NoteVerifier>> watched_logs(const WitnessOptions& options) {
  std::vector<ledger::NoteVerifier> logs;
  for (const std::string& key : options.logs) {
    logs.push_back(TRY(ledger::NoteVerifier::parse(key)));
  }
  return logs;
}

Result<> witness(const WitnessOptions& options) {
  StopSignal stop;  // before any thread starts, so that only this one gets the signals
  const SystemClock clock;
  auto signer = TRY(own_key(options));
  auto logs = TRY(watched_logs(options));
  auto book = TRY(flow::WitnessBook::open(
      {std::move(signer), std::move(logs), options.folder / "seen", clock}));
  net::ServerSettings settings;
  TRY(apply_listen(settings, options.listen));
  auto router = std::make_shared<net::Router>();
  api::add_witness(*router, *book);
  auto server = TRY(net::Server::open(settings, router, {}));
  fmt::print("witness of {} logs; name it to each of them:\nhttp://{}:{} {}\n", options.logs.size(),
             settings.address, server->port(), book->verifier().text());
  std::fflush(stdout);
  sd_notify(0, "READY=1");
  stop.wait();
  server->stop();
  return {};
}

}  // namespace

void add_ledger_witness(CLI::App& ledger, Action& chosen) {
  auto options = std::make_shared<WitnessOptions>();
  CLI::App* verb =
      ledger.add_subcommand("witness", "cosign the ledgers of others, as long as they only grow");
  verb->footer(
      "Run it where the administrators of the log have no access: at the supervisor, at the "
      "officer\n"
      "for data protection of another zone, at the prosecutor's office. It sees sizes and hashes\n"
      "only. The line it prints belongs into the file that ledger.witnesses_file of the log "
      "names.");
  verb->add_option("--data", options->folder, "keeps its key, and what it saw last of each log")
      ->capture_default_str();
  verb->add_option("--log", options->logs,
                   "public key of a log (`bas ledger key`); may be repeated")
      ->required()
      ->allow_extra_args(false);
  verb->add_option("--name", options->name, "what it is called, for good; absent: one is drawn");
  verb->add_option("--listen", options->listen, "address:port")->capture_default_str();
  verb->callback([&chosen, options] { chosen = [options] { return witness(*options); }; });
}

}  // namespace bas::app
