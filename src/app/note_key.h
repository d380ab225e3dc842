// The key of a log or of a witness, in a file of its own.
#pragma once

#include <filesystem>
#include <string>

#include "base/random.h"
#include "base/result.h"
#include "ledger/note.h"

namespace bas::app {

// kNotFound when there is no such file, kRefused when others may read it, kCorrupt when it holds no
// key of that kind.
Result<ledger::NoteSigner> note_key_in(const std::filesystem::path& file, ledger::NoteKind kind);

// A new one under that name, durable when it returns.
Result<ledger::NoteSigner> make_note_key(const std::filesystem::path& file, const std::string& name,
                                         ledger::NoteKind kind, Random& random);

}  // namespace bas::app
