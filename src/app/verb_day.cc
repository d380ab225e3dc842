#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>
#include <nlohmann/json.hpp>

#include "app/days.h"
#include "app/verbs.h"
#include "base/clock.h"

namespace bas::app {

namespace {

struct DayOptions {
  std::string data_folder = "bas-data";
  std::string kek_file;
  std::string ledger_key_file;
  std::string day;
  bool is_sure = false;
  bool is_forced = false;
  bool is_json = false;

  DaysFolder folder() const { return {data_folder, kek_file, ledger_key_file}; }
};

Result<> list_days(const DayOptions& options) {
  const auto days = TRY(kept_days(options.folder()));
  nlohmann::ordered_json names = nlohmann::ordered_json::array();
  for (const Day day : days) {
    names.push_back(format_day(day));
    if (!options.is_json) fmt::print("{}\n", format_day(day));
  }
  if (options.is_json) fmt::print("{}\n", nlohmann::ordered_json{{"days", names}}.dump());
  return {};
}

Result<> drop(const DayOptions& options) {
  const Day day = TRY(parse_day(options.day));
  if (day >= brussels_day(SystemClock().now()) && !options.is_forced) {
    return fail(ErrorCode::kRefused,
                fmt::format("{} is not over: cameras still deliver reads of it, and all of them "
                            "would be refused; --force drops it all the same",
                            format_day(day)));
  }
  if (!options.is_sure) {
    return fail(ErrorCode::kRefused,
                fmt::format("nothing brings {} back once its key is destroyed: say --yes to do it",
                            format_day(day)));
  }
  const DroppedReads dropped = TRY(drop_day(options.folder(), day));
  const std::string name = format_day(day);
  if (options.is_json) {
    fmt::print("{}\n",
               nlohmann::ordered_json{{"day", name}, {"destroyed", true}, {"reads", dropped.reads}}
                   .dump());
  } else {
    fmt::print(
        "{}: its key is destroyed, its {} reads and their pictures are removed; the ledger "
        "says so\n",
        name, dropped.reads);
  }
  return {};
}

}  // namespace

void add_day(CLI::App& app, Action& chosen) {
  CLI::App* verb = app.add_subcommand("day", "the days that a stopped server keeps");
  verb->require_subcommand(1);
  auto options = std::make_shared<DayOptions>();
  const auto add = [&](const char* name, const char* help,
                       Result<> (*act)(const DayOptions& options)) {
    CLI::App* added = verb->add_subcommand(name, help);
    added->add_option("--data", options->data_folder, "data folder")->capture_default_str();
    added->add_option("--kek-file", options->kek_file,
                      "key-encryption key, where it lies elsewhere");
    added->add_option("--ledger-key-file", options->ledger_key_file,
                      "key of the ledger, where it lies elsewhere");
    added->add_flag("--json", options->is_json, "JSON for machines");
    added->callback([&chosen, options, act] { chosen = [options, act] { return act(*options); }; });
    return added;
  };
  add("list", "the days that can be opened", list_days);
  CLI::App* dropped =
      add("drop", "destroy a day's key and remove its reads and pictures, for good", drop);
  dropped->add_option("DAY", options->day, "such as 2026-11-23, in Brussels")->required();
  dropped->add_flag("--yes", options->is_sure, "do it");
  dropped->add_flag("--force", options->is_forced, "also a day that is not over");
}

}  // namespace bas::app
