#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>

#include "app/api_command.h"
#include "app/verbs.h"
#include "base/file.h"

namespace bas::app {

namespace {

struct MisreadOptions {
  ApiOptions api;
  std::string camera;
  std::string file;
  int version = 0;
};

void print_tally(const Json& state) {
  const Json tally = state.value("tally", Json());
  if (tally.is_null()) {
    fmt::print("{:<10} no confirmed hit and no repeated passage yet\n", "counted");
    return;
  }
  fmt::print("{:<10} {:.0f} reads by verdicts and {:.0f} by repeated passages since {}\n",
             "counted", tally.value("by_verdict", 0.0), tally.value("by_passage", 0.0),
             tally.value("since", ""));
}

void print_model(std::string_view what, const Json& state, std::string_view member) {
  const Json model = state.value(member, Json());
  if (model.is_null()) {
    fmt::print("{:<10} none\n", what);
    return;
  }
  fmt::print(
      "{:<10} version {}, learned {} from {} reads; on {} held out it guesses among {:.3f} "
      "reads, cameras in general among {:.3f}{}{}\n",
      what, model.value("version", 0), model.value("learned_at", ""),
      model.value("learned_from", std::size_t{0}), model.value("held_out", std::size_t{0}),
      model.value("perplexity", 0.0), model.value("perplexity_in_general", 0.0),
      model.value("gain", 0.0) > 0 ? ": better" : ": not better",
      model.value("confidences_count", false) ? "; its confidences count" : "");
  const auto refused = model.value("refused", std::size_t{0});
  if (refused > 0) fmt::print(stderr, "{} lines held no two plates\n", refused);
}

Result<> tell(const MisreadOptions& options, Call call) {
  call.target =
      fmt::format("/api/v1/cameras/{}/misreads{}", url_encoded(options.camera), call.target);
  const Json state = TRY(call_api(options.api, std::move(call)));
  if (options.api.is_json) {
    fmt::print("{}\n", state.dump());
  } else {
    print_tally(state);
    print_model("draft", state, "draft");
    print_model("in force", state, "in_force");
  }
  return {};
}

Result<> learn(const MisreadOptions& options) {
  if (options.file.empty()) return tell(options, {.method = "POST", .target = "/draft"});
  return tell(options, {.method = "PUT",
                        .target = "",
                        .content_type = "text/plain",
                        .body = TRY(read_file(options.file, kGivenFileBytesMax))});
}

Result<> approve(const MisreadOptions& options) {
  return tell(options, {.method = "POST",
                        .target = "/approve",
                        .content_type = "application/json",
                        .body = Json{{"version", options.version}}.dump()});
}

Result<> show(const MisreadOptions& options) {
  return tell(options, {.method = "GET", .target = ""});
}
Result<> forget(const MisreadOptions& options) {
  return tell(options, {.method = "DELETE", .target = ""});
}

// A verb of that name on a camera; the caller adds what else it takes.
CLI::App* add_verb(CLI::App& misreads, const std::string& name, const std::string& help,
                   const std::shared_ptr<MisreadOptions>& options) {
  CLI::App* verb = misreads.add_subcommand(name, help);
  add_api_options(*verb, options->api);
  verb->add_option("CAMERA", options->camera, "id of the camera, as `bas camera list` tells it")
      ->required();
  return verb;
}

}  // namespace

void add_misreads(CLI::App& app, Action& chosen) {
  CLI::App* misreads =
      app.add_subcommand("misreads", "how a camera misreads, learned and approved");
  misreads->require_subcommand(1);
  const auto add = [&](const std::string& name, const std::string& help,
                       Result<> (*act)(const MisreadOptions&), auto more) {
    auto options = std::make_shared<MisreadOptions>();
    CLI::App* verb = add_verb(*misreads, name, help, options);
    more(*verb, *options);
    verb->callback([&chosen, options, act] { chosen = [options, act] { return act(*options); }; });
  };
  const auto nothing = [](CLI::App&, MisreadOptions&) {};
  add("learn", "from verified reads or what was counted; counts only once approved", learn,
      [](CLI::App& verb, MisreadOptions& options) {
        verb.add_option("FILE", options.file,
                        "plate,read a line: the true plate, then what was read; a third column may "
                        "hold the confidences of its glyphs. Without a file: from confirmed hits "
                        "and repeated passages");
      });
  add("show", "what was counted, what waits for approval, and what is in force", show, nothing);
  add("approve", "put it in force: another person than who learned it", approve,
      [](CLI::App& verb, MisreadOptions& options) {
        verb.add_option("--version", options.version, "that of the draft you looked at")
            ->required();
      });
  add("forget", "count the camera as cameras in general again", forget, nothing);
}

}  // namespace bas::app
