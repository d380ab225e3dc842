#include "app/local_token.h"

#include "app/application.h"
#include "app/data_folder.h"
#include "base/encode.h"
#include "control_sql/control_sql.h"
#include "flow/accounts.h"

namespace bas::app {

namespace {
constexpr std::chrono::hours kLife{24};
constexpr std::size_t kPasswordBytes = 32;
}  // namespace

Result<std::string> make_local_token(const std::filesystem::path& data_folder) {
  const DataFolder folder{data_folder};
  TRY(folder.prepare());
  const auto control = TRY(control_sql::ControlSql::open({.file = folder.control_file()}));
  const SystemClock clock;
  SystemRandom random;
  flow::Sessions sessions({control->accounts(), clock});
  flow::Accounts accounts({control->accounts(), clock, random, sessions});
  if (!TRY(control->accounts().user_by_name(kLocalAccount))) {
    // Nobody knows its password: only a token made here acts as it.
    TRY(accounts.add_user({.name = std::string(kLocalAccount),
                           .password = to_base64url(random.bytes(kPasswordBytes)),
                           .display_name = "Command line",
                           .zone = {},
                           .role = Role::kAdministrator}));
  }
  return TRY(accounts.issue_token(kLocalAccount, "command line", kLife)).secret;
}

}  // namespace bas::app
