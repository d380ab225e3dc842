#include "app/admin_verb.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>

namespace bas::app {

namespace {

struct PostOptions {
  ApiOptions api;
  Json body = Json::object();
  std::string id;
};

// The path with what stands for `{id}` in it.
std::string path_for(std::string path, const std::string& id) {
  const std::size_t at = path.find("{id}");
  if (at != std::string::npos) path.replace(at, 4, url_encoded(id));
  return path;
}

}  // namespace

void add_member(CLI::App& verb, const std::shared_ptr<Json>& body, const MemberFlag& flag) {
  const std::string name = flag.name;
  const auto option_of = [&]<typename T>(T) {
    return verb.add_option_function<T>(
        flag.flag, [body, name](const T& value) { (*body)[name] = value; }, flag.help);
  };
  CLI::Option* option = flag.kind == Member::kText     ? option_of(std::string())
                        : flag.kind == Member::kNumber ? option_of(double())
                                                       : option_of(std::vector<std::string>());
  option->allow_extra_args(false);  // one value a flag, so that what follows is its own
  if (flag.is_required) option->required();
}

void add_posting(CLI::App& parent, Action& chosen, const AddVerb& verb) {
  auto options = std::make_shared<PostOptions>();
  CLI::App* added = parent.add_subcommand(verb.name, verb.help);
  add_api_options(*added, options->api);
  const std::shared_ptr<Json> body(options, &options->body);
  for (const MemberFlag& flag : verb.flags) add_member(*added, body, flag);
  if (std::string_view(verb.path).find("{id}") != std::string_view::npos) {
    added->add_option("ID", options->id, "which one")->required();
  }
  added->callback([&chosen, options, verb] {
    chosen = [options, verb]() -> Result<> {
      const auto made = TRY(call_api(options->api, {.method = "POST",
                                                    .target = path_for(verb.path, options->id),
                                                    .body = options->body.dump()}));
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
