#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <thread>

#include "app/api_command.h"
#include "app/demo_accounts.h"
#include "app/demo_folder.h"
#include "app/listen_address.h"
#include "app/local_token.h"
#include "app/stop_signal.h"
#include "app/verbs.h"
#include "base/log.h"
#include "sim/simulate.h"

namespace bas::app {

namespace {

struct DemoOptions {
  std::string listen;
  int cameras = 150;
  double rate = 12;
  std::uint64_t seed = 1;
  double seconds = 0;
};

struct Tokens {
  std::string administrator;
  std::string list_keeper;
};

sim::SimulateSettings traffic(const DemoOptions& options, const std::string& url,
                              const Tokens& tokens) {
  sim::SimulateSettings settings;
  settings.url = url;
  settings.token = tokens.administrator;
  settings.desk_token = tokens.list_keeper;
  settings.cameras = options.cameras;
  settings.rate_per_s = options.rate;
  settings.seconds = options.seconds;
  settings.seed = options.seed;
  return settings;
}

// The zones must be there before the people: the simulator adds them first of all.
Result<std::string> first_password(ServerCall& server, const sim::ProvincePlan& plan) {
  for (const sim::PlannedZone& zone : plan.zones) {
    const Json body = {{"code", zone.code}, {"name", zone.name}};
    TRY(call_api(server, {.method = "POST", .target = "/api/v1/zones", .body = body.dump()}));
  }
  return add_demo_accounts(server);
}

void print_logins(const std::string& url, const std::string& password) {
  fmt::print("BAS is ready on {}\n", url);
  for (const DemoLogin& login : demo_logins()) {
    fmt::print("sign in as {} with password {}   ({}{})\n", login.name, password, login.role,
               login.zone.empty() ? ", province" : ", zone " + login.zone);
  }
  fmt::print("Ctrl-C ends the demo and removes its data.\n");
  std::fflush(stdout);
}

Result<> demo(const DemoOptions& options) {
  StopSignal stop;
  const auto folder = TRY(DemoFolder::open());
  ApplicationSettings settings;
  settings.data_folder = folder->data();
  settings.impact_assessment = "demo";
  TRY(apply_listen(settings.server, options.listen));
  const auto application = TRY(Application::open(settings));
  const std::uint16_t port = TRY(application->listen());
  const std::string url = fmt::format("http://{}:{}", settings.server.address, port);
  const auto server = TRY(ServerCall::open({.data_folder = folder->data()}));
  const auto password = TRY(first_password(*server, sim::make_province(options.cameras)));
  const Tokens tokens{TRY(make_local_token(folder->data(), LocalAccount::kAdministrator)),
                      TRY(make_local_token(folder->data(), LocalAccount::kListKeeper))};
  print_logins(url, password);
  Result<sim::RunReport> report;
  std::jthread driver([&](std::stop_token stopping) {
    report = sim::simulate(traffic(options, url, tokens), [](const sim::Progress&) {}, stopping);
    if (!report) {
      log(LogLevel::kError, "sim", "the traffic stopped", {{"reason", report.error().text}});
    }
  });
  stop.wait();
  driver.request_stop();
  driver.join();
  application->stop();
  return {};
}

}  // namespace

void add_demo(CLI::App& app, Action& chosen) {
  auto options = std::make_shared<DemoOptions>();
  CLI::App* verb = app.add_subcommand("demo", "a simulated province into a fresh server");
  verb->add_option("--listen", options->listen,
                   "address:port; default BAS_LISTEN or " + std::string(kDefaultListen));
  verb->add_option("--cameras", options->cameras, "how many")->capture_default_str();
  verb->add_option("--rate", options->rate, "reads a second")->capture_default_str();
  verb->add_option("--seed", options->seed, "the same seed is the same traffic")
      ->capture_default_str();
  verb->callback([&chosen, options] { chosen = [options] { return demo(*options); }; });
}

}  // namespace bas::app
