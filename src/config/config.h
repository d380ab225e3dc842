// Reading the settings: defaults, then a TOML file, then BAS_ variables, then flags.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/result.h"
#include "config/settings.h"

namespace bas::config {

// Where settings come from, weakest first; each may set any key. Secrets are named as files.
struct Sources {
  std::optional<std::filesystem::path> file;  // TOML; named means it has to be there
  // Name and value. BAS_LISTEN sets `listen`, BAS_INGEST__LATE_AFTER sets `ingest.late_after`;
  // names without BAS_ are passed over, unknown ones with it are refused.
  std::vector<std::pair<std::string, std::string>> environment;
  std::vector<std::pair<std::string, std::string>> flags;  // key such as "listen", and value
  // Variables that begin with BAS_ and belong to something else.
  std::vector<std::string> other_variables;
};

// The variables of this process that begin with BAS_.
std::vector<std::pair<std::string, std::string>> process_environment();

// Something wrong. `where` is "FILE:LINE", a variable or a flag; `text` a sentence with the cure.
struct Finding {
  std::string where;
  std::string text;
};

// Settings as far as they could be read, everything that is wrong with them, and for each key
// that is not its default where it was set.
struct Reading {
  Settings settings;
  std::vector<Finding> findings;
  std::vector<std::pair<std::string, std::string>> origins;  // key, where
};
Reading read_settings(const Sources& sources);

// kBadInput with every finding, one a line.
Result<Settings> load(const Sources& sources);

// A commented file with every setting at its default: meaning, trade, unit.
std::string sample_toml();
// The same as a Markdown table, with the names of the variables.
std::string reference_markdown();

}  // namespace bas::config
