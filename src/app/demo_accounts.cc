#include "app/demo_accounts.h"

#include "app/api_command.h"
#include "base/clock.h"
#include "base/random.h"

namespace bas::app {

const std::vector<DemoLogin>& demo_logins() {
  static const std::vector<DemoLogin> logins = {
      {"nadia", "operator", "5364", "nl"},
      {"koen", "operator", "5352", "nl"},
      {"amelie", "operator", "5355", "fr"},
      {"ralf", "operator", "5369", "de"},
      {"lien", "list_manager", "5364", "nl"},
      {"tom", "technician", "5355", "nl"},
      {"els", "investigator", "5364", "nl"},
      {"jan", "investigator", "5364", "nl"},
      {"veerle", "zone_administrator", "5352", "nl"},
      {"fatima", "data_protection_officer", "5364", "fr"},
      {"coc", "overseer", "", "nl"},
      {"admin", "administrator", "", "en"},
  };
  return logins;
}

namespace {

// Easy to type from the terminal it is printed on.
std::string draw_password() {
  constexpr std::string_view kLetters = "abcdefghjkmnpqrstuvwxyz23456789";
  SystemRandom random;
  std::string password = "demo";
  for (int i = 0; i < 8; ++i) {
    if (i % 4 == 0) password += '-';
    password += kLetters[random.next() % kLetters.size()];
  }
  return password;
}

}  // namespace

Result<std::string> add_demo_accounts(ServerCall& server) {
  std::string password = draw_password();
  const std::string in_a_year = format_rfc3339(SystemClock().now() + std::chrono::days(365));
  for (const DemoLogin& login : demo_logins()) {
    Json body = {{"name", login.name},      {"password", password},
                 {"role", login.role},      {"language", login.language},
                 {"role_until", in_a_year}, {"trained_until", in_a_year}};
    body["display_name"] =
        std::string(1, static_cast<char>(login.name[0] - 32)) + login.name.substr(1);
    if (!login.zone.empty()) body["zone"] = login.zone;
    TRY(call_api(server, {.method = "POST", .target = "/api/v1/users", .body = body.dump()}));
  }
  return password;
}

}  // namespace bas::app
