#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>
#include <nlohmann/json.hpp>

#include "app/data_folder.h"
#include "app/verbs.h"
#include "control_sql/control_sql.h"

namespace bas::app {

namespace {

struct MigrateOptions {
  std::string data_folder = "bas-data";
  bool is_json = false;
};

Result<> show_status(const MigrateOptions& options) {
  const DataFolder folder{options.data_folder};
  const auto status = TRY(control_sql::ControlSql::status({.file = folder.control_file()}));
  if (options.is_json) {
    nlohmann::ordered_json pending = nlohmann::ordered_json::array();
    for (const auto& step : status.pending) {
      pending.push_back({{"number", step.number}, {"name", step.name}});
    }
    const nlohmann::ordered_json out = {{"level", status.level}, {"pending", pending}};
    fmt::print("{}\n", out.dump());
    return {};
  }
  fmt::print("level {}\n", status.level);
  for (const auto& step : status.pending) fmt::print("pending {:04} {}\n", step.number, step.name);
  return {};
}

Result<> migrate(const MigrateOptions& options) {
  const DataFolder folder{options.data_folder};
  TRY(folder.prepare());
  TRY(control_sql::ControlSql::open({.file = folder.control_file()}));
  return show_status(options);
}

}  // namespace

void add_migrate(CLI::App& app, Action& chosen) {
  CLI::App* verb = app.add_subcommand("migrate", "the schema of the control database");
  verb->require_subcommand(1);
  const auto add = [&](const char* name, const char* help,
                       Result<> (*act)(const MigrateOptions& options)) {
    auto options = std::make_shared<MigrateOptions>();
    CLI::App* step = verb->add_subcommand(name, help);
    step->add_option("--data", options->data_folder, "data folder")->capture_default_str();
    step->add_flag("--json", options->is_json, "JSON for machines");
    step->callback([&chosen, options, act] { chosen = [options, act] { return act(*options); }; });
  };
  add("status", "its level and the steps to come", show_status);
  add("up", "take the steps", migrate);
}

}  // namespace bas::app
