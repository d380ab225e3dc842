#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>

#include "app/data_folder.h"
#include "app/verbs.h"
#include "control_sql/control_sql.h"

namespace bas::app {

namespace {

Result<> show_status(const std::string& data_folder) {
  const auto status =
      TRY(control_sql::ControlSql::status({.file = DataFolder{data_folder}.control_file()}));
  fmt::print("level {}\n", status.level);
  for (const auto& step : status.pending) fmt::print("pending {:04} {}\n", step.number, step.name);
  return {};
}

Result<> migrate(const std::string& data_folder) {
  TRY(control_sql::ControlSql::open({.file = DataFolder{data_folder}.control_file()}));
  return show_status(data_folder);
}

}  // namespace

void add_migrate(CLI::App& app, Action& chosen) {
  CLI::App* verb = app.add_subcommand("migrate", "the schema of the control database");
  verb->require_subcommand(1);
  const auto add = [&](const char* name, const char* help,
                       Result<> (*act)(const std::string& data_folder)) {
    auto folder = std::make_shared<std::string>("bas-data");
    CLI::App* step = verb->add_subcommand(name, help);
    step->add_option("--data", *folder, "data folder")->capture_default_str();
    step->callback([&chosen, folder, act] { chosen = [folder, act] { return act(*folder); }; });
  };
  add("status", "its level and the steps to come", show_status);
  add("up", "take the steps", migrate);
}

}  // namespace bas::app
