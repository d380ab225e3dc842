#include <fmt/format.h>
#include <systemd/sd-daemon.h>

#include <CLI/CLI.hpp>
#include <cstdio>
#include <memory>

#include "app/application.h"
#include "app/settings.h"
#include "app/stop_signal.h"
#include "app/verbs.h"
#include "base/log.h"

namespace bas::app {

namespace {

Result<> serve(const SettingsChoice& choice) {
  StopSignal stop;  // before any thread starts, so that only this one gets the signals
  const ApplicationSettings settings = TRY(load_settings(choice));
  auto application = TRY(Application::open(settings));
  const std::uint16_t port = TRY(application->listen());
  fmt::print("BAS is ready on {}://{}:{}\n", settings.server.tls ? "https" : "http",
             settings.server.address, port);
  std::fflush(stdout);
  sd_notify(0, "READY=1");
  stop.wait();
  log(LogLevel::kInfo, "app", "stopping: reads in hand are made durable first");
  sd_notify(0, "STOPPING=1");
  application->stop();
  return {};
}

}  // namespace

void add_serve(CLI::App& app, Action& chosen) {
  auto options = std::make_shared<SettingsChoice>();
  CLI::App* verb = app.add_subcommand("serve", "run the server");
  verb->add_option("--config", options->config_file, "TOML file; see `bas config sample`");
  verb->add_option("--data", options->data_folder,
                   "folder of the data, made when it is not there; default bas-data");
  verb->add_option("--listen", options->listen, "address:port; default 127.0.0.1:8080");
  verb->callback([&chosen, options] { chosen = [options] { return serve(*options); }; });
}

}  // namespace bas::app
