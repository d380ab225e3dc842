#include "app/local_token.h"

#include <algorithm>
#include <array>

#include "app/data_folder.h"
#include "base/encode.h"
#include "control_sql/control_sql.h"
#include "flow/accounts.h"

namespace bas::app {

namespace {

constexpr std::chrono::hours kLife{24};
constexpr std::size_t kPasswordBytes = 32;
// It is no person whose role or training ends: it lives as long as the folder's rights.
constexpr std::string_view kNeverEnds = "2099-12-31T00:00:00Z";
constexpr std::array<std::string_view, 6> kOfLists = {"/api/v1/lists",        "/api/v1/entries",
                                                      "/api/v1/known-plates", "/api/v1/checks",
                                                      "/api/v1/hits",         "/api/v1/incidents"};

flow::NewUser new_account(LocalAccount account, Random& random) {
  const bool keeps_lists = account == LocalAccount::kListKeeper;
  const Role role = keeps_lists ? Role::kListManager : Role::kAdministrator;
  const UtcTime end = parse_rfc3339(kNeverEnds).value();
  return {.name = keeps_lists ? "local-list-keeper" : "local-administrator",
          .password = to_base64url(random.bytes(kPasswordBytes)),
          .display_name = "Command line",
          .zone = {},
          .role = role,
          .role_until = end,
          .trained_until = end,
          .capacity = usual_capacity(role)};
}

}  // namespace

LocalAccount local_account_for(std::string_view target) {
  const bool is_of_lists = std::ranges::any_of(
      kOfLists, [&](std::string_view address) { return target.starts_with(address); });
  return is_of_lists ? LocalAccount::kListKeeper : LocalAccount::kAdministrator;
}

Result<std::string> make_local_token(const std::filesystem::path& data_folder,
                                     LocalAccount account) {
  const DataFolder folder{data_folder};
  TRY(folder.prepare());
  const auto control = TRY(control_sql::ControlSql::open({.file = folder.control_file()}));
  const SystemClock clock;
  SystemRandom random;
  flow::Sessions sessions({control->accounts(), clock});
  flow::Accounts accounts({control->accounts(), clock, random, sessions});
  flow::NewUser wanted = new_account(account, random);
  const std::string name = wanted.name;
  const auto known = TRY(control->accounts().user_by_name(name));
  if (!known) {
    TRY(accounts.add_user(std::move(wanted)));
  } else if (!known->role_until || !known->trained_until) {
    // Made before accounts had terms: without them nobody could give anybody any.
    flow::UserChange terms;
    terms.role_until = wanted.role_until;
    terms.trained_until = wanted.trained_until;
    TRY(accounts.change_user(known->id, terms));
  }
  return TRY(accounts.issue_token(name, "command line", kLife)).secret;
}

}  // namespace bas::app
