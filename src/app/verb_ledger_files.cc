// The ledger out of a running server: its key, its files, what it says.
#include <fmt/format.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <memory>

#include "app/api_command.h"
#include "app/ledger_verbs.h"
#include "base/file.h"
#include "ledger/checkpoint.h"
#include "ledger/note.h"
#include "ledger/tiles.h"

namespace bas::app {

namespace {

struct FilesOptions {
  ApiOptions api;
  std::string folder;
  std::size_t limit = 20;
  bool is_witnessed = false;
};

Result<> show_key(const FilesOptions& options) {
  const Json state = TRY(call_api(options.api, {.method = "GET", .target = "/api/v1/ledger"}));
  fmt::print("{}\n", options.api.is_json ? state.dump() : state.value("public_key", std::string()));
  return {};
}

// Files that are fetched one by one; those that are there and full stay.
class Export {
 public:
  Export(ServerCall& server, std::filesystem::path folder)
      : server_(server), folder_(std::move(folder)) {}

  Result<> fetch(const std::string& path, std::uint64_t width) {
    const auto file = folder_ / path;
    std::error_code failure;
    const bool is_there =
        width == ledger::kTileWidth && std::filesystem::is_regular_file(file, failure);
    if (is_there) return {};
    CallAnswer answer = TRY(server_.send({.method = "GET", .target = "/ledger/" + path}));
    if (answer.status != 200) {
      return fail(answer.status == 403 ? ErrorCode::kRefused : ErrorCode::kUnavailable,
                  fmt::format("{} was answered with {}: entries are for overseers, whose token "
                              "--token-file names",
                              path, answer.status));
    }
    TRY(make_private_folder(file.parent_path()));
    return write_file(file, answer.body, FileMode::kPublic);
  }

  void tell(std::uint64_t done, std::uint64_t all) const {
    if (::isatty(STDERR_FILENO) != 0) fmt::print(stderr, "\r{} of {} files", done, all);
  }

 private:
  ServerCall& server_;
  std::filesystem::path folder_;
};

Result<> export_files(const FilesOptions& options) {
  const auto server = TRY(ServerCall::open(options.api.server));
  const Json state = TRY(call_api(*server, {.method = "GET", .target = "/api/v1/ledger"}));
  const std::string note =
      state.value(options.is_witnessed ? "witnessed_checkpoint" : "checkpoint", std::string());
  if (note.empty()) return fail(ErrorCode::kNotFound, "no witness has cosigned the ledger yet");
  const auto parsed = TRY(ledger::Note::parse(note));
  const auto head = TRY(ledger::Checkpoint::parse(parsed.text));
  const auto tiles = ledger::tiles_of(head.size);
  Export files(*server, options.folder);
  std::uint64_t done = 0;
  for (const ledger::Tile& tile : tiles) {
    TRY(files.fetch(path_of(tile), tile.width));
    if (tile.level == 0) {
      TRY(files.fetch(ledger::entries_path_of(tile.index, tile.width), tile.width));
    }
    files.tell(++done, tiles.size());
  }
  TRY(make_private_folder(options.folder));
  TRY(write_file(std::filesystem::path(options.folder) / "checkpoint", note, FileMode::kPublic));
  if (::isatty(STDERR_FILENO) != 0) fmt::print(stderr, "\n");
  fmt::print("{} entries of {} are in {}; check them with\n  bas ledger verify {} --key {}\n",
             head.size, head.origin, options.folder, options.folder,
             state.value("public_key", std::string()));
  return {};
}

void print_use(const Json& use) {
  const Json details = use.value("details", Json::object());
  fmt::print("{:>6}  {}  {:<8} {:<8} {:<6} {:<13} {}  {} results  {} {}\n",
             use.value("number", std::uint64_t{0}), use.value("at", std::string()),
             use.value("verb", std::string()), use.value("what", std::string()),
             use.value("zone", std::string()), use.value("role", std::string()),
             use.value("permitted", false) ? "permitted" : use.value("reason", std::string()),
             use.value("results", std::uint64_t{0}), details.value("case_number", std::string()),
             details.value("justification", std::string()));
}

Result<> show_uses(const FilesOptions& options) {
  const Json page = TRY(call_api(
      options.api,
      {.method = "GET", .target = fmt::format("/api/v1/ledger/uses?limit={}", options.limit)}));
  if (options.api.is_json) {
    fmt::print("{}\n", page.dump());
    return {};
  }
  for (const Json& use : page.value("items", Json::array())) print_use(use);
  return {};
}

}  // namespace

void add_ledger_files(CLI::App& ledger, Action& chosen) {
  const auto add = [&](const char* name, const char* help, Result<> (*act)(const FilesOptions&)) {
    auto options = std::make_shared<FilesOptions>();
    CLI::App* verb = ledger.add_subcommand(name, help);
    add_api_options(*verb, options->api);
    verb->callback([&chosen, options, act] { chosen = [options, act] { return act(*options); }; });
    return std::pair(verb, options);
  };
  add("key", "the public key by which the ledger is checked", show_key);
  const auto [exported, export_options] =
      add("export", "its files, as `bas ledger verify` takes them; goes on where it was broken off",
          export_files);
  exported->add_option("DIR", export_options->folder, "the folder to put them in")->required();
  exported->add_flag("--witnessed", export_options->is_witnessed,
                     "up to the checkpoint that witnesses cosigned last");
  const auto [uses, uses_options] =
      add("uses", "who used what and why, newest first: for overseers", show_uses);
  uses->add_option("--limit", uses_options->limit, "how many")->capture_default_str();
}

}  // namespace bas::app
