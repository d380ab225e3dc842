#include <fmt/format.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <atomic>
#include <memory>
#include <thread>

#include "app/server_call.h"
#include "app/stop_signal.h"
#include "app/verbs.h"
#include "sim/simulate.h"

namespace bas::app {

namespace {

struct SimulateOptions {
  sim::SimulateSettings settings;
  std::string token_file;
  std::string desk_token_file;
  std::vector<std::string> protocols;
  bool is_without_pictures = false;
  bool is_json = false;
};

Result<sim::Protocol> protocol_named(const std::string& name) {
  for (int i = 0; i < sim::kProtocolCount; ++i) {
    const auto protocol = static_cast<sim::Protocol>(i);
    if (sim::name_of(protocol) == name) return protocol;
  }
  return fail(ErrorCode::kBadInput, fmt::format("no camera speaks `{}`", name));
}

void show_sent(const sim::Progress& progress) {
  const bool is_terminal = ::isatty(STDERR_FILENO) == 1;
  fmt::print(stderr, "{}{:6.0f} s  {:>9} sent  {:>9} acknowledged  {:>6} hits{}",
             is_terminal ? "\r" : "", progress.seconds, progress.sent, progress.acknowledged,
             progress.hits, is_terminal ? "" : "\n");
}

void print(const sim::RunReport& report) {
  const double rate = static_cast<double>(report.acknowledged) / std::max(report.seconds, 0.001);
  fmt::print("\nreads        {} scheduled, {} sent, {} acknowledged ({:.0f} a second)\n",
             report.scheduled, report.sent, report.acknowledged, rate);
  fmt::print("not taken    {} repeated, {} refused, {} failed, {} retries\n", report.repeated,
             report.refused, report.failed, report.retries);
  const auto line = [](const char* name, const sim::Delays& delays) {
    fmt::print("{:<12} p50 {:.1f} ms, p99 {:.1f} ms, max {:.1f} ms (of {})\n", name, delays.p50,
               delays.p99, delays.max, delays.count);
  };
  line("acknowledge", report.acknowledge);
  line("answer", report.answer);
  line("hit at desk", report.hit);
  for (const std::string& error : report.errors) fmt::print("error        {}\n", error);
}

Result<> simulate(SimulateOptions& options) {
  StopSignal stop;
  for (const std::string& name : options.protocols) {
    options.settings.protocols.push_back(TRY(protocol_named(name)));
  }
  options.settings.with_pictures = !options.is_without_pictures;
  const auto token = [&](const std::string& file, LocalAccount account) {
    return token_for({.url = options.settings.url, .token_file = file}, account);
  };
  options.settings.token = TRY(token(options.token_file, LocalAccount::kAdministrator));
  options.settings.desk_token = TRY(token(options.desk_token_file, LocalAccount::kListKeeper));
  std::stop_source source;
  // Waits for Ctrl-C beside the run; it is left waiting when the run ends by itself.
  std::thread([stop, source]() mutable {
    stop.wait();
    source.request_stop();
  }).detach();
  const auto report = TRY(sim::simulate(options.settings, show_sent, source.get_token()));
  if (options.is_json) {
    fmt::print("{}\n", sim::to_json(report));
  } else {
    print(report);
  }
  if (report.failed == 0 && report.refused == 0) return {};
  return fail(ErrorCode::kUnavailable, "not every read was taken");
}

}  // namespace

void add_simulate(CLI::App& app, Action& chosen) {
  auto options = std::make_shared<SimulateOptions>();
  sim::SimulateSettings& settings = options->settings;
  CLI::App* verb =
      app.add_subcommand("simulate", "drive a running server with a simulated province");
  verb->add_option("--url", settings.url, "the server")->capture_default_str();
  verb->add_option("--token-file", options->token_file,
                   "an administrator's token; not needed for a server of yours on this machine");
  verb->add_option("--desk-token-file", options->desk_token_file,
                   "the token of who keeps lists and sees hits; likewise");
  verb->add_option("--cameras", settings.cameras, "how many")->capture_default_str();
  verb->add_option("--rate", settings.rate_per_s, "reads a second")->capture_default_str();
  verb->add_option("--seconds", settings.seconds, "how long; 0 until stopped")
      ->capture_default_str();
  verb->add_option("--seed", settings.seed, "the same seed is the same run")->capture_default_str();
  verb->add_option("--protocols", options->protocols, "hikvision,axis,openalpr,bas")
      ->delimiter(',');
  verb->add_option("--out", settings.truth_file, "write what really drove here, JSON lines");
  verb->add_flag("--no-pictures", options->is_without_pictures, "send no pictures");
  verb->add_option("--batch", settings.batch, "reads in one body (protocol bas)")
      ->capture_default_str();
  verb->add_option("--connections", settings.connections, "at most")->capture_default_str();
  verb->add_option("--desks", settings.desks, "desks that listen and measure")
      ->capture_default_str();
  verb->add_option("--keys", settings.keys_file, "keep the cameras' keys here between runs");
  verb->add_flag("--json", options->is_json, "the report as JSON");
  verb->callback([&chosen, options] { chosen = [options] { return simulate(*options); }; });
}

}  // namespace bas::app
