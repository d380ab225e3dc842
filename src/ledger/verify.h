// Whether an exported log is what was signed: for whoever has its files, a key and nothing else.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/checkpoint.h"
#include "ledger/note.h"
#include "ledger/tiles.h"

namespace bas::ledger {

// What is wrong with a log.
enum class Fault {
  kNone,
  kUnsigned,     // the checkpoint is not signed by that key
  kUnwitnessed,  // nor by that witness
  kTruncated,    // fewer leaves than were signed: files are missing or short
  kEdited,       // an entry is not the one whose hash stands in the log
  kReordered,    // the entries are those of the log, in another order
  kForked,       // two signed checkpoints that cannot both be of one log
  kDamaged,      // the hashes do not lead to the signed root
};
std::string_view name_of(Fault fault);

struct Verdict {
  Fault fault = Fault::kNone;
  std::string text;  // in English: which entry, which checkpoint
  std::uint64_t size = 0;
};

// `witness`: who has to have cosigned, if anybody. `earlier`: notes of checkpoints that were kept
// elsewhere, each of which has to be a beginning of this log.
struct Expected {
  NoteVerifier log;
  std::optional<NoteVerifier> witness;
  std::vector<std::string> earlier;
};

// Reads every entry and every tile; those of earlier checkpoints again. Memory: one bundle and a
// tile of each level.
Verdict verify(std::string_view checkpoint_note, const Expected& expected, const FileAt& file_at);

}  // namespace bas::ledger
