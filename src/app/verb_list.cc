#include <fmt/format.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <memory>

#include "app/api_command.h"
#include "app/csv_portions.h"
#include "app/verbs.h"
#include "base/file.h"

namespace bas::app {

namespace {

constexpr std::size_t kFileBytesMax = std::size_t{4} << 30;

struct ListOptions {
  ApiOptions api;
  std::string list;
  std::string mapping;
  std::string file;
  std::string reject_file;
  bool is_dry_run = false;
  Json wanted = Json::object();
};

// What all portions of a file did together. Line numbers are those of the whole file.
struct ImportTotal {
  Json sums = {{"lines", 0}, {"added", 0}, {"changed", 0}, {"unchanged", 0}, {"rejected", 0}};
  Json rejected_lines = Json::array();

  void add(const Json& report, std::size_t lines_before) {
    for (const auto& [name, value] : sums.items()) {
      sums[name] = value.get<std::size_t>() + report.value(name, std::size_t{0});
    }
    for (Json line : report.value("rejected_lines", Json::array())) {
      line["line"] = line.value("line", std::size_t{0}) + lines_before;
      rejected_lines.push_back(std::move(line));
    }
  }
};

void show_progress(std::size_t done, std::size_t whole) {
  if (::isatty(STDERR_FILENO) == 0) return;
  fmt::print(stderr, "\r{:>3} %  (Ctrl-C stops between portions)", done * 100 / whole);
  if (done == whole) fmt::print(stderr, "\n");
}

Result<> report(const ListOptions& options, const ImportTotal& total) {
  std::string rejects;
  for (const Json& line : total.rejected_lines) {
    rejects += fmt::format("line {}: {}\n", line.value("line", 0), line.value("error", ""));
  }
  if (!options.reject_file.empty()) {
    TRY(write_file(options.reject_file, rejects, FileMode::kSecret));
  }
  if (options.api.is_json) {
    Json out = {{"dry_run", options.is_dry_run}};
    out.update(total.sums);
    out["rejected_lines"] = total.rejected_lines;
    fmt::print("{}\n", out.dump());
    return {};
  }
  const auto count = [&](const char* name) { return total.sums[name].get<std::size_t>(); };
  fmt::print("{}{} lines: {} added, {} changed, {} unchanged, {} rejected\n",
             options.is_dry_run ? "dry run, nothing changed: " : "", count("lines"), count("added"),
             count("changed"), count("unchanged"), count("rejected"));
  fmt::print(stderr, "{}", rejects);
  return {};
}

Result<> import(const ListOptions& options) {
  const std::string text = TRY(read_file(options.file, kFileBytesMax));
  const auto server = TRY(ServerCall::open(options.api.server));
  CsvPortions portions(text);
  ImportTotal total;
  while (auto portion = portions.next()) {
    const auto answer =
        TRY(call_api(*server, {.method = "POST",
                               .target = fmt::format("/api/v1/lists/{}/import?dry_run={}&map={}",
                                                     url_encoded(options.list), options.is_dry_run,
                                                     url_encoded(options.mapping)),
                               .content_type = "text/csv",
                               .body = std::move(portion->csv)}));
    total.add(answer, portion->lines_before);
    show_progress(portions.bytes_taken(), text.size());
  }
  return report(options, total);
}

Result<> add(const ListOptions& options) {
  const auto made = TRY(call_api(
      options.api, {.method = "POST", .target = "/api/v1/lists", .body = options.wanted.dump()}));
  if (options.api.is_json) {
    fmt::print("{}\n", made.dump());
  } else {
    fmt::print("list {} added\n", made.value("name", ""));
  }
  return {};
}

Result<> show(const ListOptions& options) {
  const std::string target =
      options.list.empty()
          ? "/api/v1/lists"
          : fmt::format("/api/v1/lists/{}/entries?limit=1000", url_encoded(options.list));
  const auto answer = TRY(call_api(options.api, {.method = "GET", .target = target}));
  if (options.api.is_json) {
    fmt::print("{}\n", answer.dump());
  } else if (options.list.empty()) {
    print_table(answer["items"],
                {"name", "category", "priority", "owner_zone/code", "entries", "title"});
  } else {
    print_table(answer["items"],
                {"plate", "country", "category", "priority", "valid_until", "reason"});
  }
  return {};
}

void add_new(CLI::App& list, Action& chosen) {
  auto options = std::make_shared<ListOptions>();
  CLI::App* verb = list.add_subcommand("add", "add a list");
  add_api_options(*verb, options->api);
  const auto text = [&](const char* flag, const char* name, const char* help) {
    return verb->add_option_function<std::string>(
        flag, [options, name](const std::string& value) { options->wanted[name] = value; }, help);
  };
  text("--list,--name", "name", "its name: small letters, digits, hyphens")->required();
  text("--zone", "owner_zone", "code of the zone that answers for it")->required();
  text("--title", "title", "what people read");
  text("--category", "category", "category of its entries");
  verb->add_option_function<int>(
      "--priority", [options](int value) { options->wanted["priority"] = value; },
      "1 (most urgent) to 4");
  verb->callback([&chosen, options] { chosen = [options] { return add(*options); }; });
}

void add_import(CLI::App& list, Action& chosen) {
  auto options = std::make_shared<ListOptions>();
  CLI::App* verb = list.add_subcommand("import", "take entries over from a CSV file");
  add_api_options(*verb, options->api);
  verb->add_option("--list", options->list, "name of the list")->required();
  verb->add_option("--map,--profile", options->mapping,
                   "columns that are named otherwise: plate=Kenteken;country=Land");
  verb->add_flag("--dry-run", options->is_dry_run, "say what would happen, change nothing");
  verb->add_option("--rejects", options->reject_file, "write the refused lines' reasons here");
  verb->add_option("FILE", options->file, "CSV with a header line")->required();
  verb->callback([&chosen, options] { chosen = [options] { return import(*options); }; });
}

}  // namespace

void add_list(CLI::App& app, Action& chosen) {
  CLI::App* list = app.add_subcommand("list", "lists and their entries");
  list->require_subcommand(1);
  add_new(*list, chosen);
  add_import(*list, chosen);
  auto options = std::make_shared<ListOptions>();
  CLI::App* verb = list->add_subcommand("show", "all lists, or the entries of one");
  add_api_options(*verb, options->api);
  verb->add_option("--list", options->list, "name of the list");
  verb->callback([&chosen, options] { chosen = [options] { return show(*options); }; });
}

}  // namespace bas::app
