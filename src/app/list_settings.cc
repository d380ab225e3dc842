#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>

#include "app/list_verbs.h"
#include "base/file.h"

namespace bas::app {

namespace {

struct SettingOptions {
  ApiOptions api;
  std::string list;
  std::string because;
  std::string source_file;
  std::string profile;
  Json wanted = Json::object();
};

Result<Json> json_file(const std::string& file) {
  Json parsed = Json::parse(TRY(read_file(file, std::size_t{1} << 20)), nullptr, false);
  if (parsed.is_object()) return parsed;
  return fail(ErrorCode::kBadInput, fmt::format("{} holds no JSON object", file));
}

Result<> take_files(SettingOptions& options) {
  if (!options.source_file.empty()) {
    options.wanted["source"] = TRY(json_file(options.source_file));
  }
  if (options.profile.empty()) return {};
  const bool is_file = options.profile.ends_with(".json");
  options.wanted["profile"] =
      is_file ? TRY(read_file(options.profile, std::size_t{1} << 16)) : options.profile;
  return {};
}

Result<> tell(const SettingOptions& options, Call call, std::string_view done) {
  const Json list = TRY(call_api(options.api, std::move(call)));
  if (options.api.is_json) {
    fmt::print("{}\n", list.dump());
    return {};
  }
  fmt::print("list {} {}\n", list.value("name", ""), done);
  if (list.contains("suspended_because")) {
    fmt::print("  it is suspended: {}\n", list.value("suspended_because", ""));
  }
  return {};
}

Result<> add(SettingOptions& options) {
  TRY(take_files(options));
  return tell(options, {.method = "POST", .target = "/api/v1/lists", .body = options.wanted.dump()},
              "added");
}

Result<> change(SettingOptions& options) {
  TRY(take_files(options));
  return tell(options,
              {.method = "PATCH", .target = list_path(options.list), .body = options.wanted.dump()},
              "changed");
}

Result<> suspend(SettingOptions& options) {
  const Json body = {{"because", options.because}};
  return tell(
      options,
      {.method = "POST", .target = list_path(options.list, "/suspend"), .body = body.dump()},
      "suspended");
}

Result<> resume(SettingOptions& options) {
  return tell(options, {.method = "POST", .target = list_path(options.list, "/resume")}, "resumed");
}

Result<> show(SettingOptions& options) {
  const std::string target =
      options.list.empty() ? "/api/v1/lists" : list_path(options.list, "/entries?limit=1000");
  const auto answer = TRY(call_api(options.api, {.method = "GET", .target = target}));
  if (options.api.is_json) {
    fmt::print("{}\n", answer.dump());
  } else if (options.list.empty()) {
    print_table(answer["items"], {"name", "category", "priority", "owner_zone/code", "entries",
                                  "confirmed_at", "noise/rejected_share", "suspended_because"});
  } else {
    print_table(answer["items"],
                {"id", "plate", "country", "category", "priority", "valid_until", "reason"});
  }
  return {};
}

// A verb: its name, what it is for, what it does.
struct VerbRow {
  const char* name;
  const char* help;
  Result<> (*act)(SettingOptions&);
};

// Also the options that it fills.
struct AddedVerb {
  CLI::App* verb = nullptr;
  std::shared_ptr<SettingOptions> options = std::make_shared<SettingOptions>();
};

AddedVerb add_verb(CLI::App& list, const VerbRow& row, Action& chosen) {
  AddedVerb added;
  added.verb = list.add_subcommand(row.name, row.help);
  add_api_options(*added.verb, added.options->api);
  added.verb->callback([&chosen, options = added.options, act = row.act] {
    chosen = [options, act] { return act(*options); };
  });
  return added;
}

AddedVerb add_verb_of_list(CLI::App& list, const VerbRow& row, Action& chosen) {
  AddedVerb added = add_verb(list, row, chosen);
  added.verb->add_option("--list", added.options->list, "name of the list")->required();
  return added;
}

void add_texts(CLI::App& verb, const std::shared_ptr<SettingOptions>& options) {
  const auto text = [&](const char* flag, const char* name, const char* help) {
    verb.add_option_function<std::string>(
        flag, [options, name](const std::string& value) { options->wanted[name] = value; }, help);
  };
  text("--title", "title", "what people read");
  text("--category", "category", "category of its entries");
  text("--unit", "unit", "who answers for its hits");
  text("--unit-until", "unit_until", "until when, such as 2026-11-23T20:16:23Z");
  const auto number = [&](const char* flag, const char* name, const char* help) {
    verb.add_option_function<int>(
        flag, [options, name](int value) { options->wanted[name] = value; }, help);
  };
  number("--priority", "priority", "1 (most urgent) to 4");
  number("--valid-days", "valid_days", "end of an entry that names none; 0: it must name one");
  number("--max-age", "max_age_s", "seconds without a word of its source before it is suspended");
  verb.add_option_function<std::string>(
          "--inexact",
          [options](const std::string& value) { options->wanted["match"]["inexact"] = value; },
          "what a match that is not exact may do")
      ->check(CLI::IsMember({"nothing", "review", "alarm"}));
  verb.add_option_function<double>(
          "--threshold", [options](double value) { options->wanted["match"]["threshold"] = value; },
          "least probability of an inexact match, 0 to 1")
      ->check(CLI::Range(0.0, 1.0));
  verb.add_option("--source", options->source_file,
                  "file with where it is fetched (docs/protocols/list-sources.md)");
  verb.add_option("--profile", options->profile,
                  "how its files are read: a built-in name, a mapping, or a .json file");
}

}  // namespace

void add_list_settings_verbs(CLI::App& list, Action& chosen) {
  const AddedVerb added = add_verb(list, {"add", "add a list", add}, chosen);
  const auto wanted = [options = added.options](const char* name) {
    return [options, name](const std::string& value) { options->wanted[name] = value; };
  };
  added.verb
      ->add_option_function<std::string>("--list,--name", wanted("name"),
                                         "its name: small letters, digits, hyphens")
      ->required();
  added.verb
      ->add_option_function<std::string>("--zone", wanted("owner_zone"),
                                         "code of the zone that answers for it")
      ->required();
  add_texts(*added.verb, added.options);
  const AddedVerb changed = add_verb_of_list(list, {"set", "change its settings", change}, chosen);
  add_texts(*changed.verb, changed.options);
  const AddedVerb suspended =
      add_verb_of_list(list, {"suspend", "take it out of force at once", suspend}, chosen);
  suspended.verb->add_option("--because", suspended.options->because, "why, for everybody to read")
      ->required();
  add_verb_of_list(list, {"resume", "take a suspension back", resume}, chosen);
  const AddedVerb shown =
      add_verb(list, {"show", "all lists, or the entries of one", show}, chosen);
  shown.verb->add_option("--list", shown.options->list, "name of the list");
}

}  // namespace bas::app
