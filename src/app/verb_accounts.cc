#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>

#include "app/admin_verb.h"
#include "base/file.h"

namespace bas::app {

namespace {

constexpr std::size_t kPasswordFileMax = 4'096;

struct UserOptions {
  ApiOptions api;
  Json body = Json::object();
  std::string password_file;
};

// The password comes from a file: a flag would stand in the list of processes.
Result<> add_user(UserOptions& options) {
  const std::string text = TRY(read_file(options.password_file, kPasswordFileMax));
  options.body["password"] = text.substr(0, text.find_first_of("\r\n"));
  const auto made = TRY(call_api(
      options.api, {.method = "POST", .target = "/api/v1/users", .body = options.body.dump()}));
  fmt::print("{}\n", options.api.is_json ? made.dump()
                                         : fmt::format("account {} added", made.value("name", "")));
  return {};
}

}  // namespace

void add_accounts(CLI::App& app, Action& chosen) {
  CLI::App* user = app.add_subcommand("user", "accounts of people and programs");
  user->require_subcommand(1);
  auto options = std::make_shared<UserOptions>();
  CLI::App* verb = user->add_subcommand("add", "add an account");
  add_api_options(*verb, options->api);
  const auto text = [&](const char* flag, const char* name, const std::string& help) {
    return verb->add_option_function<std::string>(
        flag, [options, name](const std::string& value) { options->body[name] = value; }, help);
  };
  text("--name", "name", "what one signs in with")->required();
  text("--role", "role", fmt::format("one of {}", fmt::join(role_names(), ", ")))->required();
  text("--display-name", "display_name", "what others see");
  text("--language", "language", "nl, fr, de or en");
  text("--role-until", "role_until", "end of the role, such as 2027-06-30T00:00:00+02:00");
  text("--trained-until", "trained_until", "until when the training counts, likewise");
  text("--capacity", "capacity", "administrative, judicial or both; absent: as usual for the role");
  text("--zone", "zone", "code of the zone; absent for the province");
  verb->add_flag_callback(
      "--break-glass", [options] { options->body["break_glass"] = true; },
      "for when nothing else lets anybody in: asks for no code, alarms, ends after an hour");
  verb->add_option("--password-file", options->password_file, "file whose first line it is")
      ->required();
  verb->callback([&chosen, options] { chosen = [options] { return add_user(*options); }; });
  add_user_changes(*user, chosen);
  add_showing(*user, chosen,
              {"list",
               "all accounts",
               "/api/v1/users",
               {"name", "display_name", "role", "zone/code", "language", "disabled", "id"}});

  CLI::App* token = app.add_subcommand("token", "tokens for programs");
  token->require_subcommand(1);
  add_posting(*token, chosen,
              {"create",
               "make a token; it is printed this once",
               "/api/v1/tokens",
               {{"--user", "user", "account it acts for", Member::kText, true},
                {"--label", "label", "what it is for"},
                {"--days", "days", "how long it lives", Member::kNumber}},
               {"token", "expires_at"}});
}

}  // namespace bas::app
