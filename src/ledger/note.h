// Signed notes: a text with the signatures of those who vouch for it (C2SP signed-note), witnesses
// with the time they saw it (C2SP tlog-cosignature).
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/signature.h"

namespace bas::ledger {

// How keys are named in notes: name, and the first bytes of a digest of name and key.
struct KeyName {
  std::string name;
  std::string id;  // 4 bytes
  bool operator==(const KeyName&) const = default;
};

// What a key signs, both with Ed25519: the text of a note, or a statement that a log with this
// checkpoint was seen at a time to be the continuation of what was seen before.
enum class NoteKind : char { kText = 1, kCosignature = 4 };

// Whose signature is believed. Written "NAME+ID+KEY", ID in hex and KEY in base64 behind a byte
// that names the kind.
struct NoteVerifier {
  KeyName key;
  std::string public_key;
  NoteKind kind = NoteKind::kText;

  static Result<NoteVerifier> parse(std::string_view text);
  std::string text() const;
};

// Threads: any.
class NoteSigner {
 public:
  // A name holds neither blanks nor "+": kBadInput says so.
  static Result<NoteSigner> create(std::string name, SigningKey key,
                                   NoteKind kind = NoteKind::kText);
  // Written "PRIVATE+KEY+NAME+ID+SEED", as other programs of this format write it.
  static Result<NoteSigner> parse(std::string_view secret_text);

  NoteVerifier verifier() const { return {key_name_, key_.public_key(), kind_}; }
  // One line: a dash, the name, the signature in base64. `seconds`: since 1970, of a cosignature;
  // not looked at otherwise.
  std::string sign(std::string_view text, std::uint64_t seconds = 0) const;

 private:
  NoteSigner(KeyName name, SigningKey key, NoteKind kind)
      : key_name_(std::move(name)), key_(std::move(key)), kind_(kind) {}
  KeyName key_name_;
  SigningKey key_;
  NoteKind kind_;
};

// What NoteSigner::parse() takes, of a key with that seed of 32 bytes.
std::string secret_text(const NoteVerifier& verifier, std::string_view seed);

struct NoteSignature {
  KeyName key;
  std::string signature;  // without the id
};

// `text` ends with a line feed. At most 64 KiB and 100 signatures.
struct Note {
  std::string text;
  std::vector<NoteSignature> signatures;

  // kBadInput with what is wrong; control characters, bytes that are no UTF-8 and lines of any
  // other form are refused. Says nothing of whether a signature holds.
  static Result<Note> parse(std::string_view bytes);
};

// Text, blank line, signatures.
std::string note_bytes(std::string_view text, std::span<const std::string> signature_lines);

// One of the signatures is of that key and holds. One of the same name and id that does not hold
// spoils the note, whatever the others say.
bool is_vouched_for(const Note& note, const NoteVerifier& verifier);

// When that witness saw it, in seconds since 1970: the latest of its cosignatures. Nothing where it
// does not vouch for the note.
std::optional<std::uint64_t> seen_at(const Note& note, const NoteVerifier& witness);

}  // namespace bas::ledger
