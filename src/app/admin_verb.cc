#include "app/admin_verb.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>

namespace bas::app {

namespace {

struct PostOptions {
  ApiOptions api;
  Json body = Json::object();
};

void add_member(CLI::App& verb, const std::shared_ptr<PostOptions>& options,
                const MemberFlag& flag) {
  const std::string name = flag.name;
  CLI::Option* option =
      flag.kind == Member::kText
          ? verb.add_option_function<std::string>(
                flag.flag,
                [options, name](const std::string& value) { options->body[name] = value; },
                flag.help)
          : verb.add_option_function<double>(
                flag.flag, [options, name](double value) { options->body[name] = value; },
                flag.help);
  if (flag.is_required) option->required();
}

}  // namespace

void add_posting(CLI::App& parent, Action& chosen, const AddVerb& verb) {
  auto options = std::make_shared<PostOptions>();
  CLI::App* added = parent.add_subcommand(verb.name, verb.help);
  add_api_options(*added, options->api);
  for (const MemberFlag& flag : verb.flags) add_member(*added, options, flag);
  added->callback([&chosen, options, verb] {
    chosen = [options, verb]() -> Result<> {
      const auto made = TRY(call_api(
          options->api, {.method = "POST", .target = verb.path, .body = options->body.dump()}));
      if (options->api.is_json) {
        fmt::print("{}\n", made.dump());
        return {};
      }
      for (const char* member : verb.shown) {
        fmt::print("{:<12} {}\n", member, made.value(member, ""));
      }
      return {};
    };
  });
}

void add_showing(CLI::App& parent, Action& chosen, const ShowVerb& verb) {
  auto options = std::make_shared<ApiOptions>();
  CLI::App* added = parent.add_subcommand(verb.name, verb.help);
  add_api_options(*added, *options);
  added->callback([&chosen, options, verb] {
    chosen = [options, verb]() -> Result<> {
      const auto answer = TRY(call_api(*options, {.method = "GET", .target = verb.path}));
      if (options->is_json) {
        fmt::print("{}\n", answer.dump());
      } else {
        print_table(answer["items"], verb.columns);
      }
      return {};
    };
  });
}

}  // namespace bas::app
