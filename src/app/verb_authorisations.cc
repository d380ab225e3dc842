#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>

#include "app/admin_verb.h"
#include "base/file.h"

namespace bas::app {

namespace {

constexpr const char* kPath = "/api/v1/authorisations";

struct AuthorisationOptions {
  ApiOptions api;
  Json body = Json::object();
  std::string document;
  std::string id;
};

std::string document_path(const std::string& id) {
  return fmt::format("{}/{}/document", kPath, url_encoded(id));
}

// Both steps of it: what it says, then the document that says so.
Result<> add(const AuthorisationOptions& options) {
  const std::string bytes = TRY(read_file(options.document, kGivenFileBytesMax));
  const auto server = TRY(ServerCall::open(options.api.server));
  Json made =
      TRY(call_api(*server, {.method = "POST", .target = kPath, .body = options.body.dump()}));
  made = TRY(call_api(*server, {.method = "PUT",
                                .target = document_path(made.value("id", std::string())),
                                .content_type = "application/octet-stream",
                                .body = bytes}));
  if (options.api.is_json) {
    fmt::print("{}\n", made.dump());
    return {};
  }
  fmt::print("id       {}\nstate    {}\nsha-256  {}\n", made.value("id", std::string()),
             made.value("state", std::string()), made.value("document_sha256", std::string()));
  fmt::print("another person has to compare it now: bas authorisation confirm {}\n",
             made.value("id", std::string()));
  return {};
}

Result<> save_document(const AuthorisationOptions& options) {
  const auto server = TRY(ServerCall::open(options.api.server));
  const std::string bytes =
      TRY(call_bytes(*server, {.method = "GET", .target = document_path(options.id)}));
  return write_file(options.document, bytes, FileMode::kSecret);
}

void add_adding(CLI::App& parent, Action& chosen) {
  auto options = std::make_shared<AuthorisationOptions>();
  CLI::App* verb = parent.add_subcommand("add", "register one, with its document");
  add_api_options(*verb, options->api);
  const MemberFlag flags[] = {
      {"--number", "number", "number of the decision", Member::kText, true},
      {"--authority", "authority", "as the law names it, such as procureur", Member::kText, true},
      {"--office", "office", "which office, and who signed", Member::kText, true},
      {"--case", "case_number", "number of the case", Member::kText, true},
      {"--dated", "dated", "when it was given", Member::kText, true},
      {"--expires", "expires", "until when it may be used", Member::kText, true},
      {"--from", "from", "opens reads captured at this time or later", Member::kText, true},
      {"--until", "until", "opens reads captured before this time", Member::kText, true},
      {"--plate", "plates", "a plate it names; may be repeated; none: any", Member::kTexts},
      {"--area", "areas", "code of a zone it names; likewise", Member::kTexts},
      {"--penalty-years", "penalty_years", "the most the offence carries", Member::kNumber},
      {"--uses", "uses_max", "how many questions it allows; absent: any number", Member::kNumber}};
  const std::shared_ptr<Json> body(options, &options->body);
  for (const MemberFlag& flag : flags) add_member(*verb, body, flag);
  verb->add_option("DOCUMENT", options->document, "the reasoned decision, as a file")->required();
  verb->callback([&chosen, options] { chosen = [options] { return add(*options); }; });
}

void add_saving(CLI::App& parent, Action& chosen) {
  auto options = std::make_shared<AuthorisationOptions>();
  CLI::App* verb = parent.add_subcommand("document", "save the document of one, to compare it");
  add_api_options(*verb, options->api);
  verb->add_option("ID", options->id, "which one")->required();
  verb->add_option("FILE", options->document, "where to")->required();
  verb->callback([&chosen, options] { chosen = [options] { return save_document(*options); }; });
}

}  // namespace

void add_authorisations(CLI::App& app, Action& chosen) {
  CLI::App* parent =
      app.add_subcommand("authorisation", "decisions of an authority that open older reads");
  parent->require_subcommand(1);
  parent->footer(
      "Registered by one, compared with the document and its signature by another; each act "
      "stands\n"
      "in the ledger. Needs the token of an investigator or of a magistrate's office.");
  add_adding(*parent, chosen);
  add_saving(*parent, chosen);
  add_posting(*parent, chosen,
              {"confirm",
               "you compared it with its document and signature",
               "/api/v1/authorisations/{id}/confirm",
               {},
               {"id", "state"}});
  add_posting(
      *parent, chosen,
      {"revoke", "end it for good", "/api/v1/authorisations/{id}/revoke", {}, {"id", "state"}});
  add_showing(*parent, chosen,
              {"list",
               "those of the own zone, newest first",
               kPath,
               {"number", "case_number", "authority", "state", "from", "until", "expires", "id"}});
}

}  // namespace bas::app
