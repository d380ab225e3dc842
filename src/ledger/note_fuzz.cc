// Notes and checkpoints from any bytes: refused, or written again exactly so.
#include "ledger/note.h"

#include "base/encode.h"
#include "ledger/checkpoint.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* bytes, std::size_t size) {
  namespace ledger = bas::ledger;
  const std::string_view text(reinterpret_cast<const char*>(bytes), size);
  if (const auto note = ledger::Note::parse(text)) {
    std::string again = note->text + "\n";
    for (const ledger::NoteSignature& one : note->signatures) {
      again +=
          "\xE2\x80\x94 " + one.key.name + " " + bas::to_base64(one.key.id + one.signature) + "\n";
    }
    if (again != text) __builtin_trap();
    const auto checkpoint = ledger::Checkpoint::parse(note->text);
    if (checkpoint && checkpoint->text() != note->text) __builtin_trap();
  }
  const auto verifier = ledger::NoteVerifier::parse(text);
  if (verifier && !ledger::NoteVerifier::parse(verifier->text())) __builtin_trap();
  return 0;
}
