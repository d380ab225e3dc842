#include "app/witness_list.h"

#include <fmt/format.h>

#include <sstream>

#include "base/file.h"

namespace bas::app {

namespace {

constexpr std::size_t kFileBytesMax = 64 * 1024;

Result<flow::WitnessAddress> witness_in(const std::string& line) {
  std::istringstream words(line);
  flow::WitnessAddress witness;
  std::string key, more;
  words >> witness.url >> key >> more;
  const bool is_web = witness.url.starts_with("http://") || witness.url.starts_with("https://");
  if (!is_web || key.empty() || !more.empty()) {
    return fail(ErrorCode::kBadInput, "a line holds an address (https://…) and a public key");
  }
  witness.key = TRY(ledger::NoteVerifier::parse(key));
  if (witness.key.kind != ledger::NoteKind::kCosignature) {
    return fail(ErrorCode::kBadInput, "that is the key of a log, not of a witness");
  }
  while (witness.url.ends_with('/')) witness.url.pop_back();
  return witness;
}

}  // namespace

Result<std::vector<flow::WitnessAddress>> witnesses_in(const std::filesystem::path& file) {
  std::vector<flow::WitnessAddress> witnesses;
  if (file.empty()) return witnesses;
  std::istringstream lines(TRY(read_file(file, kFileBytesMax)));
  std::string line;
  for (int number = 1; std::getline(lines, line); ++number) {
    if (line.empty() || line.starts_with('#')) continue;
    auto witness = witness_in(line);
    if (!witness) {
      return fail(ErrorCode::kBadInput,
                  fmt::format("{}, line {}: {}", file.string(), number, witness.error().text));
    }
    witnesses.push_back(std::move(*witness));
  }
  return witnesses;
}

}  // namespace bas::app
