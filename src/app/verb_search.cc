#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>

#include "app/api_command.h"
#include "app/verbs.h"

namespace bas::app {

namespace {

struct SearchOptions {
  ApiOptions api;
  Json body = Json::object();
  std::vector<std::string> sites;
};

Result<> search(const SearchOptions& options) {
  Json body = options.body;
  if (!options.sites.empty()) body["sites"] = options.sites;
  const Json page = TRY(
      call_api(options.api, {.method = "POST", .target = "/api/v1/searches", .body = body.dump()}));
  if (options.api.is_json) {
    fmt::print("{}\n", page.dump());
    return {};
  }
  print_table(page.value("items", Json::array()),
              {"captured_at", "plate", "camera/site", "camera/name", "id"});
  for (const Json& zone : page.value("zones", Json::array())) {
    if (zone.value("permitted", false)) continue;
    fmt::print(stderr, "zone {}: not searched: {}\n", zone.value("zone", std::string()),
               zone.value("text", std::string()));
  }
  fmt::print("written into the ledger under {}\n", page.value("ledger_number", std::uint64_t{0}));
  if (page.contains("next")) {
    fmt::print("more: --after {}\n", page.value("next", std::string()));
  }
  return {};
}

}  // namespace

void add_search(CLI::App& app, Action& chosen) {
  auto options = std::make_shared<SearchOptions>();
  CLI::App* verb = app.add_subcommand("search", "look stored reads up, for a stated purpose");
  verb->footer(
      "Needs the token of somebody who may search (--token-file). Policy decides before anything "
      "is\n"
      "looked at, and the ledger keeps who asked what and why, also when it was refused.");
  add_api_options(*verb, options->api);
  const auto text = [&](const char* flag, const char* name, const char* help) {
    return verb->add_option_function<std::string>(
        flag, [options, name](const std::string& value) { options->body[name] = value; }, help);
  };
  text("--plate", "plate", "a whole plate; or --site");
  verb->add_option("--site", options->sites, "id of a site, for all it saw; may be repeated");
  text("--from", "from", "captured at this time or later, such as 2026-11-23T20:00:00+01:00")
      ->required();
  text("--until", "until", "captured before this time")->required();
  text("--purpose", "purpose", "a code of the law: `bas policy regime` names them");
  text("--case", "case_number", "number of the case or report");
  text("--reason", "reason", "why, in words");
  text("--authorisation", "authorisation", "id of the authorisation that opens older reads");
  verb->add_flag_callback(
      "--without-authorisation", [options] { options->body["without_authorisation"] = true; },
      "leave out older reads, instead of being refused for them");
  text("--after", "after", "continue behind this read");
  verb->callback([&chosen, options] { chosen = [options] { return search(*options); }; });
}

}  // namespace bas::app
