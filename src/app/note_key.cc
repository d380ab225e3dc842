#include "app/note_key.h"

#include <fmt/format.h>

#include "base/encode.h"
#include "base/file.h"

namespace bas::app {

namespace {
constexpr std::size_t kKeyFileBytesMax = 4'096;
}

Result<ledger::NoteSigner> note_key_in(const std::filesystem::path& file, ledger::NoteKind kind) {
  std::string line = TRY(read_file(file, kKeyFileBytesMax));
  TRY(refuse_if_others_may_read(file, "key of the ledger"));
  while (line.ends_with('\n')) line.pop_back();
  auto signer = ledger::NoteSigner::parse(line);
  wipe(line);
  if (signer && signer->verifier().kind == kind) return signer;
  return fail(ErrorCode::kCorrupt,
              fmt::format("{} holds no key of a {}: put back the one that was made at the first "
                          "start",
                          file.string(), kind == ledger::NoteKind::kText ? "ledger" : "witness"));
}

Result<ledger::NoteSigner> make_note_key(const std::filesystem::path& file, const std::string& name,
                                         ledger::NoteKind kind, Random& random) {
  std::string seed = random.bytes(kSeedBytes);
  auto key = TRY(SigningKey::from_seed(seed));
  auto signer = TRY(ledger::NoteSigner::create(name, std::move(key), kind));
  std::string line = ledger::secret_text(signer.verifier(), seed) + "\n";
  const auto written = write_file(file, line, FileMode::kSecret);
  wipe(line);
  wipe(seed);
  if (!written) return tl::make_unexpected(written.error());
  return signer;
}

}  // namespace bas::app
