#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>

#include "app/admin_verb.h"
#include "base/file.h"

namespace bas::app {

namespace {

constexpr std::size_t kNewPasswordFileMax = 4'096;

struct UserChangeOptions {
  ApiOptions api;
  Json body = Json::object();
  std::string name;
  std::string password_file;
  std::string method = "PATCH";
  std::string below;  // of the account's address
};

struct KnownUser {
  std::string id;
  std::string etag;  // of the version it was seen in
};

Result<KnownUser> user_called(ServerCall& server, const std::string& name) {
  const auto users = TRY(call_api(server, {.method = "GET", .target = "/api/v1/users"}));
  for (const Json& user : users["items"]) {
    if (user.value("name", "") != name) continue;
    return KnownUser{user.value("id", ""), fmt::format("\"{}\"", user.value("version", 0))};
  }
  return fail(ErrorCode::kNotFound, fmt::format("no account is called {}", name));
}

Result<> change(UserChangeOptions& options) {
  if (!options.password_file.empty()) {
    const std::string text = TRY(read_file(options.password_file, kNewPasswordFileMax));
    options.body["password"] = text.substr(0, text.find_first_of("\r\n"));
  }
  const auto server = TRY(ServerCall::open(options.api.server));
  const KnownUser user = TRY(user_called(*server, options.name));
  const auto changed = TRY(call_api(*server, {.method = options.method,
                                              .target = "/api/v1/users/" + user.id + options.below,
                                              .body = options.body.dump(),
                                              .if_match = user.etag}));
  fmt::print("{}\n", options.api.is_json ? changed.dump()
                                         : fmt::format("account {} changed", options.name));
  return {};
}

std::shared_ptr<UserChangeOptions> add_change(CLI::App& user, Action& chosen, const char* name,
                                              const char* help) {
  auto options = std::make_shared<UserChangeOptions>();
  CLI::App* verb = user.add_subcommand(name, help);
  add_api_options(*verb, options->api);
  verb->add_option("NAME", options->name, "what one signs in with")->required();
  verb->callback([&chosen, options] { chosen = [options] { return change(*options); }; });
  return options;
}

}  // namespace

void add_user_changes(CLI::App& user, Action& chosen) {
  add_change(user, chosen, "disable", "end its sessions and tokens, and let it in no more")
      ->body["disabled"] = true;
  add_change(user, chosen, "enable", "let a disabled account in again")->body["disabled"] = false;
  const auto reset = add_change(user, chosen, "reset-second-factor",
                                "leave it without, for who lost both app and recovery codes");
  reset->method = "POST";
  reset->below = "/second-factor/reset";
  const auto options = add_change(user, chosen, "change", "change what is said of an account");
  CLI::App* verb = user.get_subcommand("change");
  const std::shared_ptr<Json> body(options, &options->body);
  for (const MemberFlag& flag : std::initializer_list<MemberFlag>{
           {"--role", "role", "another role, which takes what the old one might"},
           {"--display-name", "display_name", "what others see"},
           {"--language", "language", "nl, fr, de or en"},
           {"--role-until", "role_until", "end of the role, such as 2027-06-30T00:00:00+02:00"},
           {"--trained-until", "trained_until", "until when the training counts, likewise"},
           {"--capacity", "capacity", "administrative, judicial or both"},
           {"--zone", "zone", "code of the zone; \"\" for the province"}}) {
    add_member(*verb, body, flag);
  }
  verb->add_option("--password-file", options->password_file, "file whose first line it is now");
}

}  // namespace bas::app
