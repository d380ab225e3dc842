// `bas identity`: what the identity provider's tokens come to here.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <cstdio>
#include <memory>

#include "app/api_command.h"
#include "app/verbs.h"

namespace bas::app {

namespace {

constexpr std::size_t kTriedBytesMax = 64 * 1024;

Result<std::string> whole_stdin() {
  std::string text(kTriedBytesMax + 1, '\0');
  text.resize(std::fread(text.data(), 1, text.size(), stdin));
  if (text.size() > kTriedBytesMax) {
    return fail(ErrorCode::kTooLarge, "standard input is longer than a token");
  }
  while (!text.empty() && (text.back() == '\n' || text.back() == '\r')) text.pop_back();
  return text;
}

std::string row_text(const Json& row) {
  const std::string zone = row.value("zone", "");
  return fmt::format("{}, {}", row.value("role", ""), zone.empty() ? "the province" : zone);
}

void print_trial(const Json& trial) {
  fmt::print("issuer   {}\nsubject  {}\n", trial.value("issuer", ""), trial.value("subject", ""));
  for (const Json& group : trial["groups"]) {
    const bool is_mapped = group.contains("stands_for");
    const bool is_lost = is_mapped && !group.value("zone_known", false);
    fmt::print("group    {}: {}{}\n", group.value("group", ""),
               is_mapped ? row_text(group["stands_for"]) : "stands for nothing",
               is_lost ? ", a zone that is not here" : "");
  }
  if (trial.contains("decides")) {
    fmt::print("comes in as {}, by the group {}\n", row_text(trial["decides"]),
               trial["decides"].value("group", ""));
  } else if (!trial.contains("refusal")) {
    fmt::print("is not let in: none of its groups stands for anything\n");
  }
}

// Fails where nobody would come in with it, after saying all that was found.
Result<> try_token(const ApiOptions& options) {
  const std::string tried = TRY(whole_stdin());
  Json body = {{"token", tried}};
  if (tried.starts_with('{')) body = {{"claims", Json::parse(tried, nullptr, false)}};
  const Json trial = TRY(call_api(
      options, {.method = "POST", .target = "/api/v1/sign-in/provider/try", .body = body.dump()}));
  if (options.is_json) {
    fmt::print("{}\n", trial.dump());
  } else {
    print_trial(trial);
  }
  if (trial.contains("decides")) return {};
  return fail(ErrorCode::kRefused, trial.value("refusal", "nobody comes in with it"));
}

}  // namespace

void add_identity(CLI::App& app, Action& chosen) {
  CLI::App* identity = app.add_subcommand("identity", "signing in with the identity provider");
  identity->require_subcommand(1);
  auto options = std::make_shared<ApiOptions>();
  CLI::App* verb = identity->add_subcommand(
      "test-token", "what an ID token, or claims as JSON, on standard input would come to");
  add_api_options(*verb, *options);
  verb->callback([&chosen, options] { chosen = [options] { return try_token(*options); }; });
}

}  // namespace bas::app
