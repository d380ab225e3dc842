#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>

#include "app/api_command.h"
#include "app/verbs.h"
#include "base/file.h"

namespace bas::app {

namespace {

struct KnownOptions {
  ApiOptions api;
  std::string file;
  double coverage = 0.99;
};

Result<> tell(const KnownOptions& options, Call call) {
  const Json state = TRY(call_api(options.api, std::move(call)));
  if (options.api.is_json) {
    fmt::print("{}\n", state.dump());
  } else {
    fmt::print("{} plates are known to be real, {:.1f} % of the vehicles on the road\n",
               state.value("plates", std::size_t{0}), 100 * state.value("coverage", 0.0));
    const auto refused = state.value("refused", std::size_t{0});
    if (refused > 0) fmt::print(stderr, "{} lines held no plate\n", refused);
  }
  return {};
}

Result<> replace(const KnownOptions& options) {
  return tell(options, {.method = "PUT",
                        .target = fmt::format("/api/v1/known-plates?coverage={}", options.coverage),
                        .content_type = "text/plain",
                        .body = TRY(read_file(options.file, kGivenFileBytesMax))});
}

Result<> show(const KnownOptions& options) {
  return tell(options, {.method = "GET", .target = "/api/v1/known-plates"});
}

}  // namespace

void add_known(CLI::App& app, Action& chosen) {
  CLI::App* known = app.add_subcommand("known", "plates that are known to be real");
  known->require_subcommand(1);
  auto options = std::make_shared<KnownOptions>();
  CLI::App* verb = known->add_subcommand("replace", "take them from a file, instead of before");
  add_api_options(*verb, options->api);
  verb->add_option("--coverage", options->coverage, "share of the vehicles on the road they are")
      ->check(CLI::Range(0.0, 1.0))
      ->capture_default_str();
  verb->add_option("FILE", options->file, "plate[,country] a line")->required();
  verb->callback([&chosen, options] { chosen = [options] { return replace(*options); }; });
  auto shown = std::make_shared<KnownOptions>();
  verb = known->add_subcommand("show", "how many there are");
  add_api_options(*verb, shown->api);
  verb->callback([&chosen, shown] { chosen = [shown] { return show(*shown); }; });
}

}  // namespace bas::app
