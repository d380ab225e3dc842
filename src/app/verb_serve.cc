#include <fmt/format.h>
#include <systemd/sd-daemon.h>

#include <CLI/CLI.hpp>
#include <cstdio>
#include <memory>

#include "app/application.h"
#include "app/listen_address.h"
#include "app/stop_signal.h"
#include "app/verbs.h"
#include "base/log.h"

namespace bas::app {

namespace {

struct ServeOptions {
  std::string data_folder = "bas-data";
  std::string listen;
};

Result<> serve(const ServeOptions& options) {
  StopSignal stop;  // before any thread starts, so that only this one gets the signals
  ApplicationSettings settings;
  settings.data_folder = options.data_folder;
  TRY(apply_listen(settings.server, options.listen));
  auto application = TRY(Application::open(settings));
  const std::uint16_t port = TRY(application->listen());
  fmt::print("BAS is ready on http://{}:{}\n", settings.server.address, port);
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
  auto options = std::make_shared<ServeOptions>();
  CLI::App* verb = app.add_subcommand("serve", "run the server");
  verb->add_option("--data", options->data_folder, "folder of the data; made when it is not there")
      ->capture_default_str();
  verb->add_option("--listen", options->listen,
                   "address:port; default BAS_LISTEN or " + std::string(kDefaultListen));
  verb->callback([&chosen, options] { chosen = [options] { return serve(*options); }; });
}

}  // namespace bas::app
