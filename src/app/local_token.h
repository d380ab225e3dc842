// A short-lived token for whoever may write the data folder, made in its database.
#pragma once

#include <filesystem>
#include <string>

#include "base/result.h"

namespace bas::app {

// Good for a day, as the account kLocalAccount. The folder's own rights are the check.
Result<std::string> make_local_token(const std::filesystem::path& data_folder);

}  // namespace bas::app
