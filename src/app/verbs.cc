#include "app/verbs.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <cstdio>

#include "base/log.h"

namespace bas::app {

namespace {

constexpr int kDone = 0;
constexpr int kFailed = 1;
constexpr int kUsage = 2;

constexpr const char* kAbout =
    "BAS joins the number-plate cameras of many police zones.\n\n"
    "  bas demo                                       a simulated province on this machine\n"
    "  bas serve --data DIR                           the server\n"
    "  bas list import --data DIR --list stolen F.csv take over a list\n";

}  // namespace

int run(int argc, char** argv) {
  CLI::App app(kAbout, "bas");
  app.set_version_flag("--version", std::string("bas ") + BAS_VERSION);
  app.require_subcommand(1);
  Action chosen;
  for (const auto add : {add_serve,          add_demo,   add_simulate, add_decode,   add_match,
                         add_list,           add_known,  add_misreads, add_search,   add_grants,
                         add_authorisations, add_policy, add_ledger,   add_province, add_accounts,
                         add_identity,       add_day,    add_doctor,   add_migrate,  add_config}) {
    add(app, chosen);
  }
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? kDone : kUsage;
  }
  const Result<> outcome = chosen();
  if (outcome) return kDone;
  if (!outcome.error().text.empty()) {
    fmt::print(stderr, "bas: {}\n", outcome.error().text);
  }
  return kFailed;
}

}  // namespace bas::app
