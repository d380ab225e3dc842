// The verbs of `bas list`, in three files: settings, files, entries. For verb_list.cc only.
#pragma once

#include "app/api_command.h"
#include "app/verbs.h"

namespace bas::app {

void add_list_settings_verbs(CLI::App& list, Action& chosen);
void add_list_file_verbs(CLI::App& list, Action& chosen);
void add_list_entry_verbs(CLI::App& list, Action& chosen);

// "/api/v1/lists/NAME" and what follows.
std::string list_path(const std::string& list, std::string_view rest = {});

}  // namespace bas::app
