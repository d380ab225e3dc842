#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>
#include <nlohmann/json.hpp>

#include "app/settings.h"
#include "app/verbs.h"

namespace bas::app {

namespace {

using Json = nlohmann::ordered_json;

struct ConfigOptions {
  SettingsChoice choice;
  bool is_json = false;
};

void print_json(const Json& out) {
  fmt::print("{}\n", out.dump(-1, ' ', false, Json::error_handler_t::replace));
}

Result<> check_settings(const ConfigOptions& options) {
  const config::Reading reading = config::read_settings(sources_of(options.choice));
  Json findings = Json::array();
  for (const config::Finding& finding : reading.findings) {
    findings.push_back({{"where", finding.where}, {"text", finding.text}});
    if (!options.is_json) fmt::print("{}: {}\n", finding.where, finding.text);
  }
  if (options.is_json) print_json({{"findings", findings}});
  if (!reading.findings.empty()) {
    return fail(ErrorCode::kBadInput,
                fmt::format("{} things to put right", reading.findings.size()));
  }
  if (!options.is_json) fmt::print("the configuration is sound\n");
  return {};
}

// Values that are not defaults, and where each comes from.
Result<> show_origins(const ConfigOptions& options) {
  const config::Reading reading = config::read_settings(sources_of(options.choice));
  Json origins = Json::object();
  for (const auto& [key, where] : reading.origins) {
    origins[key] = where;
    if (!options.is_json) fmt::print("{:<40} {}\n", key, where);
  }
  if (options.is_json) {
    print_json({{"origins", origins}});
  } else if (reading.origins.empty()) {
    fmt::print("every setting has its default\n");
  }
  return {};
}

Result<> print_sample(const ConfigOptions& options) {
  if (options.is_json) {
    print_json({{"toml", config::sample_toml()}});
  } else {
    fmt::print("{}", config::sample_toml());
  }
  return {};
}

}  // namespace

void add_config(CLI::App& app, Action& chosen) {
  CLI::App* verb = app.add_subcommand("config", "the server's configuration");
  verb->require_subcommand(1);
  const auto add = [&](const char* name, const char* help,
                       Result<> (*act)(const ConfigOptions& options)) {
    auto options = std::make_shared<ConfigOptions>();
    CLI::App* added = verb->add_subcommand(name, help);
    added->add_option("--config", options->choice.config_file, "TOML file");
    added->add_flag("--json", options->is_json, "JSON for machines");
    added->callback([&chosen, options, act] { chosen = [options, act] { return act(*options); }; });
  };
  add("check", "say everything that is wrong with it", check_settings);
  add("show", "where each value that is not a default comes from", show_origins);
  add("sample", "print a commented file with every setting", print_sample);
}

}  // namespace bas::app
