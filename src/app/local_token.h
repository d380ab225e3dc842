// A short-lived token for whoever may write the data folder, made in its database.
#pragma once

#include <filesystem>
#include <string>

#include "base/result.h"

namespace bas::app {

// As whom the command line of this machine acts. No role may do everything, so there are two: who
// keeps the system running, and who keeps lists. Both are made on first use; nobody knows their
// passwords.
enum class LocalAccount { kAdministrator, kListKeeper };
// Whose the address of a call is.
LocalAccount local_account_for(std::string_view target);

// Good for a day. The folder's own rights are the check.
Result<std::string> make_local_token(const std::filesystem::path& data_folder,
                                     LocalAccount account);

}  // namespace bas::app
