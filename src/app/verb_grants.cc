#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>

#include "app/admin_verb.h"

namespace bas::app {

namespace {

std::vector<MemberFlag> grant_flags() {
  return {{"--to", "to_zone", "code of the zone whose people it is for", Member::kText, true},
          {"--purpose", "purposes", "a code of the law (`bas policy regime`); may be repeated",
           Member::kTexts, true},
          {"--from", "from", "from when, such as 2026-12-01T00:00:00+01:00", Member::kText, true},
          {"--until", "until", "until when; a year at most", Member::kText, true},
          {"--reason", "reason", "why, and by which agreement", Member::kText, true},
          {"--impact-assessment", "impact_assessment", "version of the assessment that covers it"}};
}

struct PreviewOptions {
  ApiOptions api;
  Json body = Json::object();
};

Result<> preview(const PreviewOptions& options) {
  const Json seen = TRY(call_api(
      options.api,
      {.method = "POST", .target = "/api/v1/grants/preview", .body = options.body.dump()}));
  if (options.api.is_json) {
    fmt::print("{}\n", seen.dump());
    return {};
  }
  fmt::print("reads of {} cameras on {} sites", seen.value("cameras", 0), seen.value("sites", 0));
  const std::string young = seen.value("without_authorisation", std::string());
  fmt::print("{}\n\n", young.empty()
                           ? ", with an authorisation only"
                           : fmt::format(", up to {} old without an authorisation", young));
  const Json changes = seen.value("changes", Json::array());
  if (changes.empty()) {
    fmt::print("nobody sees more than before\n");
    return {};
  }
  print_table(changes, {"zone/code", "zone/name", "role", "purpose", "people"});
  return {};
}

void add_grant_preview(CLI::App& grant, Action& chosen) {
  auto options = std::make_shared<PreviewOptions>();
  CLI::App* verb = grant.add_subcommand("preview", "who would see what; nothing is changed");
  add_api_options(*verb, options->api);
  const std::shared_ptr<Json> body(options, &options->body);
  for (const MemberFlag& flag : grant_flags()) add_member(*verb, body, flag);
  verb->callback([&chosen, options] { chosen = [options] { return preview(*options); }; });
}

}  // namespace

void add_grants(CLI::App& app, Action& chosen) {
  CLI::App* grant = app.add_subcommand("grant", "what zones allow each other to see");
  grant->require_subcommand(1);
  grant->footer(
      "A grant is made by a zone administrator of the zone whose data they are (--token-file), "
      "and\n"
      "ended by that zone: from the next question on.");
  add_grant_preview(*grant, chosen);
  add_posting(*grant, chosen,
              {"add",
               "allow another zone to search",
               "/api/v1/grants",
               grant_flags(),
               {"id", "state", "from", "until"}});
  add_posting(*grant, chosen,
              {"revoke", "end one at once", "/api/v1/grants/{id}/revoke", {}, {"id", "state"}});
  add_showing(*grant, chosen,
              {"list",
               "all grants",
               "/api/v1/grants",
               {"from_zone/code", "to_zone/code", "state", "purposes", "from", "until", "id"}});
}

}  // namespace bas::app
