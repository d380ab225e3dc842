#include <fmt/format.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <filesystem>
#include <memory>
#include <thread>

#include "app/list_verbs.h"
#include "app/verbs.h"
#include "base/file.h"

namespace bas::app {

namespace {

constexpr std::chrono::milliseconds kLookEvery{50};

struct FileOptions {
  ApiOptions api;
  std::string list;
  std::string profile;
  std::string mode;
  std::string file;
  std::string reject_file;
  int revision = 0;
  bool is_dry_run = false;
  bool accepts_shrink = false;
};

// A mapping, a file that holds JSON, or the name of a profile that is built in.
Result<std::string> profile_text(const std::string& wanted) {
  if (wanted.find('=') != std::string::npos || !std::filesystem::exists(wanted)) return wanted;
  return read_file(wanted, std::size_t{1} << 20);
}

void show_progress(const Json& revision) {
  if (::isatty(STDERR_FILENO) == 0) return;
  const auto whole = revision.value("bytes", std::size_t{0});
  if (whole == 0) return;
  fmt::print(stderr, "\r{:>3} %  (bas list cancel --list … --revision {} stops it)",
             revision.value("bytes_done", std::size_t{0}) * 100 / whole,
             revision.value("number", 0));
}

// Asks until the revision has ended.
Result<Json> ended(ServerCall& server, const std::string& list, Json revision) {
  const std::string target =
      list_path(list, fmt::format("/revisions/{}", revision.value("number", 0)));
  while (revision.value("state", "") == "running") {
    show_progress(revision);
    std::this_thread::sleep_for(kLookEvery);
    revision = TRY(call_api(server, {.method = "GET", .target = target}));
  }
  if (::isatty(STDERR_FILENO) != 0) fmt::print(stderr, "\r{:60}\r", "");
  return revision;
}

Result<Json> rejects_of(ServerCall& server, const std::string& list, const Json& revision) {
  if (revision["counts"].value("rejected", 0) == 0) return Json::array();
  const std::string target =
      list_path(list, fmt::format("/revisions/{}/rejects?limit=1000", revision.value("number", 0)));
  return TRY(call_api(server, {.method = "GET", .target = target}))["items"];
}

void print_counts(const Json& revision) {
  const Json& counts = revision["counts"];
  const auto count = [&](const char* name) { return counts.value(name, std::size_t{0}); };
  fmt::print("{}{} lines: {} added, {} changed, {} unchanged, {} removed, {} rejected\n",
             revision.value("state", "") == "previewed" ? "dry run, nothing changed: " : "",
             count("lines"), count("added"), count("changed"), count("unchanged"), count("removed"),
             count("rejected"));
  for (const auto& [name, text] :
       {std::pair("repeated", "stand more than once; the last line counts"),
        {"contradicting", "of these say something else than before"},
        {"skipped", "are on the skip list of the profile"},
        {"standard_ends", "name no end and got the list's own"},
        {"kept_out", "were marked wrong before and stay off"}}) {
    if (count(name) > 0) fmt::print("  {} {}\n", count(name), text);
  }
}

// What a script reads: the counts on the outside, as they always were.
Json for_machines(const Json& revision, const Json& rejects) {
  Json out = {{"dry_run", revision.value("state", "") == "previewed"},
              {"revision", revision.value("number", 0)},
              {"state", revision.value("state", "")}};
  out.update(revision["counts"]);
  out["rejected_lines"] = rejects;
  if (revision.contains("note")) out["note"] = revision["note"];
  return out;
}

Result<> report(const FileOptions& options, const Json& revision, const Json& rejects) {
  std::string lines;
  for (const Json& reject : rejects) {
    lines += fmt::format("line {}: {}\n", reject.value("line", 0), reject.value("error", ""));
  }
  if (!options.reject_file.empty()) {
    TRY(write_file(options.reject_file, lines, FileMode::kSecret));
  }
  if (options.api.is_json) {
    fmt::print("{}\n", for_machines(revision, rejects).dump());
  } else {
    print_counts(revision);
    fmt::print(stderr, "{}", lines);
  }
  const std::string state = revision.value("state", "");
  if (state == "applied" || state == "previewed") return {};
  return fail(ErrorCode::kRefused, fmt::format("revision {} is {}: {}", revision.value("number", 0),
                                               state, revision.value("note", "")));
}

Result<> finish(const FileOptions& options, ServerCall& server, Json begun) {
  const Json revision = TRY(ended(server, options.list, std::move(begun)));
  return report(options, revision, TRY(rejects_of(server, options.list, revision)));
}

Result<> import(const FileOptions& options) {
  std::string bytes = TRY(read_file(options.file, kGivenFileBytesMax));
  const auto server = TRY(ServerCall::open(options.api.server));
  const std::string query = fmt::format(
      "/import?dry_run={}&accept_shrink={}&mode={}&profile={}&file_name={}", options.is_dry_run,
      options.accepts_shrink, options.mode, url_encoded(TRY(profile_text(options.profile))),
      url_encoded(std::filesystem::path(options.file).filename().string()));
  Json begun = TRY(call_api(*server, {.method = "POST",
                                      .target = list_path(options.list, query),
                                      .content_type = "application/octet-stream",
                                      .body = std::move(bytes)}));
  return finish(options, *server, std::move(begun));
}

Result<> sync(const FileOptions& options) {
  const auto server = TRY(ServerCall::open(options.api.server));
  Json answer =
      TRY(call_api(*server, {.method = "POST", .target = list_path(options.list, "/sync")}));
  if (answer.value("changed", false)) return finish(options, *server, answer["revision"]);
  fmt::print("{}\n", options.api.is_json ? answer.dump() : "nothing changed at the source");
  return {};
}

Result<> decide(const FileOptions& options, const char* act) {
  const auto server = TRY(ServerCall::open(options.api.server));
  const std::string rest = fmt::format("/revisions/{}/{}", options.revision, act);
  Json revision =
      TRY(call_api(*server, {.method = "POST", .target = list_path(options.list, rest)}));
  if (std::string_view(act) == "confirm") return finish(options, *server, std::move(revision));
  fmt::print("{}\n", options.api.is_json ? revision.dump()
                                         : fmt::format("revision {}: {}", options.revision, act));
  return {};
}

Result<> revisions(const FileOptions& options) {
  const auto answer = TRY(
      call_api(options.api, {.method = "GET", .target = list_path(options.list, "/revisions")}));
  if (options.api.is_json) {
    fmt::print("{}\n", answer.dump());
    return {};
  }
  print_table(answer["items"], {"number", "state", "mode", "origin", "started_at", "counts/added",
                                "counts/changed", "counts/removed", "counts/rejected", "note"});
  return {};
}

using Act = Result<> (*)(const FileOptions&);

CLI::App* add_verb(CLI::App& list, const char* name, const char* help,
                   const std::shared_ptr<FileOptions>& options) {
  CLI::App* verb = list.add_subcommand(name, help);
  add_api_options(*verb, options->api);
  verb->add_option("--list", options->list, "name of the list")->required();
  return verb;
}

void add_import(CLI::App& list, Action& chosen) {
  auto options = std::make_shared<FileOptions>();
  CLI::App* verb = add_verb(list, "import", "take a file of entries over", options);
  verb->add_option("--profile,--map", options->profile,
                   "a built-in profile, a file that holds one, or plate=Kenteken;country=Land");
  verb->add_option("--mode", options->mode,
                   "full: what it lacks is ended; delta; merge: nothing is ended")
      ->check(CLI::IsMember({"full", "delta", "merge"}));
  verb->add_flag("--dry-run", options->is_dry_run, "say what would happen, change nothing");
  verb->add_flag("--accept-shrink", options->accepts_shrink,
                 "a full file may lack any share of what is in force");
  verb->add_option("--rejects", options->reject_file, "write the refused lines' reasons here");
  verb->add_option("FILE", options->file, "CSV with a header line, or as the profile says")
      ->required();
  verb->callback([&chosen, options] { chosen = [options] { return import(*options); }; });
}

void add_decision(CLI::App& list, Action& chosen, const char* act, const char* help) {
  auto options = std::make_shared<FileOptions>();
  CLI::App* verb = add_verb(list, act, help, options);
  verb->add_option("--revision", options->revision, "its number")->required();
  verb->callback(
      [&chosen, options, act] { chosen = [options, act] { return decide(*options, act); }; });
}

}  // namespace

void add_list_file_verbs(CLI::App& list, Action& chosen) {
  add_import(list, chosen);
  const auto simple = [&](const char* name, const char* help, Act act) {
    auto options = std::make_shared<FileOptions>();
    add_verb(list, name, help, options)->callback([&chosen, options, act] {
      chosen = [options, act] { return act(*options); };
    });
  };
  simple("sync", "fetch the file of its source now", sync);
  simple("revisions", "what changed its entries, newest first", revisions);
  add_decision(list, chosen, "confirm", "apply a file that is held");
  add_decision(list, chosen, "discard", "let go of a file that is held");
  add_decision(list, chosen, "cancel", "stop an import that runs or waits");
}

}  // namespace bas::app
