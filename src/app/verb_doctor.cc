#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <filesystem>
#include <memory>
#include <nlohmann/json.hpp>

#include "app/inspection.h"
#include "app/verbs.h"

namespace bas::app {

namespace {

struct DoctorOptions {
  std::string data_folder = "bas-data";
  std::string kek_file;
  bool is_json = false;
};

Result<> examine(const DoctorOptions& options) {
  if (!std::filesystem::exists(options.data_folder)) {
    return fail(
        ErrorCode::kNotFound,
        fmt::format("{} is not there: name the data folder with --data", options.data_folder));
  }
  const Inspection found = TRY(inspect(options.data_folder, options.kek_file));
  const nlohmann::ordered_json figures = {{"days", found.days},
                                          {"reads", found.reads},
                                          {"unreadable_reads", found.unreadable_reads},
                                          {"doubled_reads", found.doubled_reads},
                                          {"pictures", found.pictures},
                                          {"unreadable_pictures", found.unreadable_pictures},
                                          {"hits", found.hits},
                                          {"untold_reads", found.untold_reads}};
  if (options.is_json) {
    fmt::print("{}\n", figures.dump());
  } else {
    for (const auto& [name, value] : figures.items()) {
      fmt::print("{:<20} {:>12}\n", name, value.get<std::uint64_t>());
    }
  }
  if (found.unreadable_reads + found.doubled_reads + found.unreadable_pictures == 0) return {};
  return fail(ErrorCode::kCorrupt,
              "something does not open or is there twice: keep the folder and restore a backup");
}

}  // namespace

void add_doctor(CLI::App& app, Action& chosen) {
  auto options = std::make_shared<DoctorOptions>();
  CLI::App* verb =
      app.add_subcommand("doctor", "open and count everything that a stopped server keeps");
  verb->add_option("--data", options->data_folder, "data folder")->capture_default_str();
  verb->add_option("--kek-file", options->kek_file, "key-encryption key, where it lies elsewhere");
  verb->add_flag("--json", options->is_json, "the figures as JSON");
  verb->callback([&chosen, options] { chosen = [options] { return examine(*options); }; });
}

}  // namespace bas::app
