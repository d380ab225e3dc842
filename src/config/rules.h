// What must hold between settings, beyond each one's own range.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "config/settings.h"

namespace bas::config {

struct Breach {
  std::string key;
  std::string text;  // a sentence with the cure
};
std::vector<Breach> breaches(const Settings& settings);

// "bas-data" -> "bas-data.kek", also when it is written with a slash behind.
std::filesystem::path beside_data(const std::filesystem::path& data_dir, std::string_view suffix);

}  // namespace bas::config
