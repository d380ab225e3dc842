#include <fmt/format.h>

#include <CLI/CLI.hpp>

#include "app/list_verbs.h"

namespace bas::app {

std::string list_path(const std::string& list, std::string_view rest) {
  return fmt::format("/api/v1/lists/{}{}", url_encoded(list), rest);
}

void add_list(CLI::App& app, Action& chosen) {
  CLI::App* list = app.add_subcommand("list", "lists, their files and their entries");
  list->require_subcommand(1);
  add_list_settings_verbs(*list, chosen);
  add_list_file_verbs(*list, chosen);
  add_list_entry_verbs(*list, chosen);
}

}  // namespace bas::app
