#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <filesystem>
#include <memory>

#include "app/regime.h"
#include "app/verbs.h"
#include "base/clock.h"
#include "base/file.h"
#include "policy/decide.h"
#include "policy/request_json.h"

namespace bas::app {

namespace {

struct PolicyOptions {
  std::string regime = "be";
  std::string file;
  std::string now;
  bool wants_schema = false;
  bool is_json = false;
};

// What cannot be read is refused like everything that nothing permits.
Result<> check_request(const PolicyOptions& options) {
  if (options.wants_schema) {
    fmt::print("{}\n", policy::request_schema());
    return {};
  }
  if (options.file.empty()) return fail(ErrorCode::kBadInput, "name the file of a request");
  const policy::Regime regime = TRY(regime_of(options.regime));
  const UtcTime now = options.now.empty() ? SystemClock().now() : TRY(parse_rfc3339(options.now));
  const std::string text = TRY(read_file(options.file, policy::kRequestBytesMax));
  const auto request = policy::request_from_json(text);
  const policy::Decision decision = request ? policy::decide(*request, regime, now)
                                            : policy::refuse_unread(request.error().text, regime);
  fmt::print("{}\n", policy::to_json(decision));
  return {};
}

void print_regime(const policy::Regime& regime) {
  fmt::print("{}  sha256 {}\n  purposes", regime.name, regime.sha256);
  for (const policy::Purpose& one : regime.purposes) {
    fmt::print(" {} ({})", one.code, policy::kActorClassNames.of(one.actor));
  }
  fmt::print("\n  reads stand {}, open {}, supervisor {}\n", text_of(regime.store_max),
             regime.tier1 ? text_of(*regime.tier1) : std::string("on an order only"),
             regime.supervisor);
  std::size_t unchecked = 0;
  for (const policy::Provenance& one : regime.provenance) {
    const bool is_recalled = one.mark != policy::Mark::kRead && one.mark != policy::Mark::kPress &&
                             one.mark != policy::Mark::kChosen;
    unchecked += is_recalled ? 1 : 0;
    if (is_recalled) {
      fmt::print("  to be checked by a jurist: {} ({}): {}\n", one.key,
                 policy::kMarkNames.of(one.mark), one.basis);
    }
  }
  fmt::print("  {} values, {} of them to be checked\n", regime.provenance.size(), unchecked);
}

Result<> show_regime(const PolicyOptions& options) {
  print_regime(TRY(regime_of(options.regime)));
  return {};
}

void add_policy_check(CLI::App& policy, Action& chosen,
                      const std::shared_ptr<PolicyOptions>& options) {
  CLI::App* check = policy.add_subcommand("check", "what the law of a regime says of one request");
  check->footer(
      "Prints the decision as JSON: permit, rules, obligations, reason. A refusal is an answer\n"
      "and no failure. `--schema` prints what a request may say.");
  check->add_option("--regime", options->regime, "be, nl, uk, de, generic or a file like those")
      ->capture_default_str();
  check->add_option("--now", options->now, "the moment of the request, RFC 3339");
  check->add_flag("--schema", options->wants_schema, "print the JSON Schema of a request");
  check->add_flag("--json", options->is_json, "JSON, which it always is");
  check->add_option("REQUEST", options->file, "a file with the request as JSON");
  check->callback([&chosen, options] { chosen = [options] { return check_request(*options); }; });
}

}  // namespace

void add_policy(CLI::App& app, Action& chosen) {
  auto options = std::make_shared<PolicyOptions>();
  CLI::App* policy = app.add_subcommand("policy", "the law as data: decisions and regimes");
  policy->require_subcommand(1);
  add_policy_check(*policy, chosen, options);
  CLI::App* regime =
      policy->add_subcommand("regime", "check a regime and say what in it is not certain");
  regime->add_option("REGIME", options->regime, "be, nl, uk, de, generic or a file like those")
      ->required();
  regime->callback([&chosen, options] { chosen = [options] { return show_regime(*options); }; });
}

}  // namespace bas::app
