// From what the operator configured to what the server is built from.
#pragma once

#include <string>

#include "app/application_settings.h"
#include "base/result.h"
#include "config/config.h"

namespace bas::app {

// What the command line says; empty members leave it to the environment, the file, the default.
struct SettingsChoice {
  std::string config_file;
  std::string data_folder;
  std::string listen;
};

config::Sources sources_of(const SettingsChoice& choice);

// kBadInput with every finding, one a line.
Result<ApplicationSettings> load_settings(const SettingsChoice& choice);

}  // namespace bas::app
