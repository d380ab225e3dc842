#include "flow/witness_book.h"

#include <fmt/format.h>

#include "base/encode.h"
#include "base/file.h"

namespace bas::flow {

namespace {
constexpr std::size_t kSeenNoteBytesMax = 64 * 1024;
}

Result<std::unique_ptr<WitnessBook>> WitnessBook::open(Parts parts) {
  std::unique_ptr<WitnessBook> book(new WitnessBook(std::move(parts)));
  TRY(make_private_folder(book->parts_.folder));
  for (const ledger::NoteVerifier& log : book->parts_.logs) {
    const auto bytes = read_file(book->file_of(log.key.name), kSeenNoteBytesMax);
    if (!bytes && bytes.error().code == ErrorCode::kNotFound) continue;
    if (!bytes) return tl::make_unexpected(bytes.error());
    const auto note = ledger::Note::parse(*bytes);
    const auto seen = note ? ledger::Checkpoint::parse(note->text)
                           : Result<ledger::Checkpoint>(tl::make_unexpected(note.error()));
    if (!seen || seen->origin != log.key.name) {
      return fail(ErrorCode::kCorrupt,
                  fmt::format("{} is damaged: put a copy back; without it this witness could vouch "
                              "for another history",
                              book->file_of(log.key.name).string()));
    }
    book->seen_[log.key.name] = *seen;
  }
  return book;
}

Result<WitnessBook::Answer> WitnessBook::add(std::string_view body) {
  const auto asked = TRY(ledger::AddCheckpoint::parse(body));
  const std::lock_guard lock(mutex_);
  const ledger::WitnessAnswer judged =
      ledger::judge(asked, parts_.logs, [this](const std::string& origin) {
        const auto found = seen_.find(origin);
        return found == seen_.end() ? std::nullopt : std::optional(found->second);
      });
  if (judged.size) return Answer{judged.status, fmt::format("{}\n", *judged.size)};
  if (judged.status != 200) return Answer{judged.status, {}};
  TRY(write_file(file_of(judged.seen->origin), asked.note, FileMode::kPublic));
  seen_[judged.seen->origin] = *judged.seen;
  const auto seconds =
      std::chrono::duration_cast<std::chrono::seconds>(parts_.clock.now().time_since_epoch());
  return Answer{200, parts_.signer.sign(judged.text, static_cast<std::uint64_t>(seconds.count()))};
}

// An origin may hold what a file name may not.
std::filesystem::path WitnessBook::file_of(const std::string& origin) const {
  return parts_.folder / (to_hex(sha256(origin)) + ".note");
}

}  // namespace bas::flow
