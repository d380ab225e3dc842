#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>

#include "app/settings.h"
#include "app/verbs.h"

namespace bas::app {

namespace {

Result<> check_settings(const SettingsChoice& choice) {
  const config::Reading reading = config::read_settings(sources_of(choice));
  for (const config::Finding& finding : reading.findings) {
    fmt::print("{}: {}\n", finding.where, finding.text);
  }
  if (!reading.findings.empty()) {
    return fail(ErrorCode::kBadInput,
                fmt::format("{} things to put right", reading.findings.size()));
  }
  fmt::print("the configuration is sound\n");
  return {};
}

// Values that are not defaults, and where each comes from.
Result<> show_origins(const SettingsChoice& choice) {
  const config::Reading reading = config::read_settings(sources_of(choice));
  for (const auto& [key, where] : reading.origins) fmt::print("{:<40} {}\n", key, where);
  if (reading.origins.empty()) fmt::print("every setting has its default\n");
  return {};
}

Result<> print_sample(const SettingsChoice&) {
  fmt::print("{}", config::sample_toml());
  return {};
}

}  // namespace

void add_config(CLI::App& app, Action& chosen) {
  CLI::App* verb = app.add_subcommand("config", "the server's configuration");
  verb->require_subcommand(1);
  const auto add = [&](const char* name, const char* help,
                       Result<> (*act)(const SettingsChoice& choice)) {
    auto choice = std::make_shared<SettingsChoice>();
    CLI::App* added = verb->add_subcommand(name, help);
    added->add_option("--config", choice->config_file, "TOML file");
    added->callback([&chosen, choice, act] { chosen = [choice, act] { return act(*choice); }; });
  };
  add("check", "say everything that is wrong with it", check_settings);
  add("show", "where each value that is not a default comes from", show_origins);
  add("sample", "print a commented file with every setting", print_sample);
}

}  // namespace bas::app
