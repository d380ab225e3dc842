// The console's files, served by the binary.
#pragma once

#include <filesystem>

#include "base/result.h"
#include "net/router.h"

namespace bas::app {

// Adds the routes of the console. `folder` empty: beside the binary (`web`), in the package's share
// folder, or where a build in the source tree put it. Without any the API is served alone.
Result<> add_web_files(net::Router& router, std::filesystem::path folder);

}  // namespace bas::app
