#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <filesystem>
#include <memory>
#include <nlohmann/json.hpp>

#include "app/ledger_verbs.h"
#include "base/file.h"
#include "ledger/verify.h"

namespace bas::app {

namespace {

// A bundle of 256 entries of 65,535 bytes, with room.
constexpr std::size_t kLedgerFileBytesMax = std::size_t{32} << 20;

struct LedgerOptions {
  std::string folder;
  std::string key;
  std::string witness;
  std::vector<std::string> earlier;
  bool is_json = false;
};

// A key as it is written, or a file that holds it.
Result<ledger::NoteVerifier> verifier_of(const std::string& text) {
  if (auto verifier = ledger::NoteVerifier::parse(text)) return verifier;
  std::error_code failure;
  if (!std::filesystem::is_regular_file(text, failure)) {
    return fail(ErrorCode::kBadInput,
                fmt::format("{} is neither a key (NAME+ID+KEY) nor a file with one", text));
  }
  std::string bytes = TRY(read_file(text, kLedgerFileBytesMax));
  while (bytes.ends_with('\n')) bytes.pop_back();
  return ledger::NoteVerifier::parse(bytes);
}

Result<ledger::Expected> expected_of(const LedgerOptions& options) {
  ledger::Expected expected{TRY(verifier_of(options.key)), std::nullopt, {}};
  if (!options.witness.empty()) expected.witness = TRY(verifier_of(options.witness));
  for (const std::string& file : options.earlier) {
    expected.earlier.push_back(TRY(read_file(file, kLedgerFileBytesMax)));
  }
  return expected;
}

Result<> verify_folder(const LedgerOptions& options) {
  const ledger::Expected expected = TRY(expected_of(options));
  const std::filesystem::path folder(options.folder);
  const auto file_at = [&](const std::string& path) -> std::optional<std::string> {
    auto bytes = read_file(folder / path, kLedgerFileBytesMax);
    return bytes ? std::optional(std::move(*bytes)) : std::nullopt;
  };
  const std::string note = TRY(read_file(folder / "checkpoint", kLedgerFileBytesMax));
  const ledger::Verdict verdict = ledger::verify(note, expected, file_at);
  const bool is_whole = verdict.fault == ledger::Fault::kNone;
  if (options.is_json) {
    fmt::print("{}\n", nlohmann::ordered_json{{"is_whole", is_whole},
                                              {"fault", ledger::name_of(verdict.fault)},
                                              {"text", verdict.text},
                                              {"entries", verdict.size}}
                           .dump());
  } else if (is_whole) {
    fmt::print("whole: {}\n", verdict.text);
  }
  if (is_whole) return {};
  return fail(ErrorCode::kCorrupt,
              fmt::format("{}: {}", ledger::name_of(verdict.fault), verdict.text));
}

}  // namespace

void add_ledger(CLI::App& app, Action& chosen) {
  auto options = std::make_shared<LedgerOptions>();
  CLI::App* ledger = app.add_subcommand("ledger", "the log of all uses, checked by anybody");
  ledger->require_subcommand(1);
  add_ledger_files(*ledger, chosen);
  add_ledger_witness(*ledger, chosen);
  CLI::App* verify = ledger->add_subcommand(
      "verify", "check an exported ledger: this program, its files and a public key are enough");
  verify->footer(
      "Exit 0: every entry leads to the signed root. Exit 1 names what is wrong: unsigned,\n"
      "unwitnessed, truncated, edited, reordered, forked, damaged. Checkpoints that were kept\n"
      "elsewhere (--earlier) show whether the log was cut or forked by whoever holds its key.");
  verify->add_option("DIR", options->folder, "the folder with checkpoint and tile/")->required();
  verify->add_option("--key", options->key, "public key of the log, NAME+ID+KEY or a file")
      ->required();
  verify->add_option("--witness", options->witness,
                     "public key of a witness that has to have signed");
  verify->add_option("--earlier", options->earlier, "a checkpoint that was kept; may be repeated");
  verify->add_flag("--json", options->is_json, "one JSON object");
  verify->callback([&chosen, options] { chosen = [options] { return verify_folder(*options); }; });
}

}  // namespace bas::app
