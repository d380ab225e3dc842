#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>

#include "app/list_verbs.h"

namespace bas::app {

namespace {

struct EntryOptions {
  ApiOptions api;
  std::string list;
  std::string entry;
  Json body = Json::object();
};

Result<> act(const EntryOptions& options, std::string_view what) {
  TRY(call_api(options.api,
               {.method = "POST",
                .target = fmt::format("/api/v1/entries/{}/{}", url_encoded(options.entry), what)}));
  fmt::print("{}\n", options.api.is_json
                         ? "{}"
                         : "done: the entry has ended in all zones, its open hits are withdrawn");
  return {};
}

Result<> look_back(const EntryOptions& options) {
  const auto found = TRY(
      call_api(options.api,
               {.method = "POST",
                .target = fmt::format("/api/v1/entries/{}/look-back", url_encoded(options.entry)),
                .body = options.body.dump()}));
  if (options.api.is_json) {
    fmt::print("{}\n", found.dump());
    return {};
  }
  print_table(found["items"], {"captured_at", "camera/name", "camera/site/municipality", "id"});
  if (found.value("cut", false)) fmt::print(stderr, "there are more: name fewer days\n");
  return {};
}

Result<> preview(const EntryOptions& options) {
  const bool is_entry = !options.body.empty();
  const auto found =
      TRY(call_api(options.api, {.method = is_entry ? "POST" : "GET",
                                 .target = list_path(options.list, "/preview"),
                                 .body = is_entry ? options.body.dump() : std::string()}));
  if (options.api.is_json) {
    fmt::print("{}\n", found.dump());
    return {};
  }
  fmt::print("{:.3f} false hits a day to expect at {:.0f} reads a day\n",
             found.value("false_hits_per_day", 0.0), found.value("reads_per_day", 0.0));
  if (!is_entry) {
    print_table(found["worst"], {"plate", "false_hits_per_day", "entry"});
    return {};
  }
  fmt::print("{:.1f} % of its passages would be found\n", 100 * found.value("found_share", 0.0));
  print_table(found["accepted"], {"read", "kind", "probability", "share"});
  return {};
}

void add_looking_back(CLI::App& list, Action& chosen) {
  auto options = std::make_shared<EntryOptions>();
  CLI::App* verb = list.add_subcommand("look-back", "match an entry against stored reads");
  add_api_options(*verb, options->api);
  const auto text = [&](const char* flag, const char* name, const char* help) {
    verb->add_option_function<std::string>(
            flag, [options, name](const std::string& value) { options->body[name] = value; }, help)
        ->required();
  };
  text("--from", "from", "first day, such as 2026-11-23");
  text("--to", "to", "last day; 31 in all at most");
  text("--purpose", "purpose", "code of the law, such as jp_crime: `bas policy regime`");
  text("--case", "case_number", "for which case");
  text("--reason", "reason", "why");
  verb->add_option("ENTRY", options->entry, "id of the entry")->required();
  verb->callback([&chosen, options] { chosen = [options] { return look_back(*options); }; });
}

void add_preview(CLI::App& list, Action& chosen) {
  auto options = std::make_shared<EntryOptions>();
  CLI::App* verb = list.add_subcommand(
      "preview", "which misreads an entry would accept, and what false hits to expect");
  add_api_options(*verb, options->api);
  verb->add_option("--list", options->list, "name of the list")->required();
  const auto text = [&](const char* flag, const char* name, const char* help) {
    verb->add_option_function<std::string>(
        flag, [options, name](const std::string& value) { options->body[name] = value; }, help);
  };
  text("--country", "country", "of the plate");
  text("PLATE", "plate", "a plate or pattern; the whole list without one");
  verb->callback([&chosen, options] { chosen = [options] { return preview(*options); }; });
}

}  // namespace

void add_list_entry_verbs(CLI::App& list, Action& chosen) {
  for (const auto& [name, help] :
       {std::pair("withdraw", "end an entry and withdraw its open hits"),
        {"wrong", "say that an entry is wrong: it ends for all zones and stays off"}}) {
    auto options = std::make_shared<EntryOptions>();
    CLI::App* verb = list.add_subcommand(name, help);
    add_api_options(*verb, options->api);
    verb->add_option("ENTRY", options->entry, "id of the entry")->required();
    verb->callback([&chosen, options, what = std::string(name)] {
      chosen = [options, what] { return act(*options, what); };
    });
  }
  add_looking_back(list, chosen);
  add_preview(list, chosen);
}

}  // namespace bas::app
