// Signed notes: a text with the signatures of those who vouch for it (C2SP signed-note).
#pragma once

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

// Whose signature is believed. Written "NAME+ID+KEY", ID in hex and KEY in base64 behind a byte
// that names Ed25519.
struct NoteVerifier {
  KeyName key;
  std::string public_key;

  static Result<NoteVerifier> parse(std::string_view text);
  std::string text() const;
};

// Threads: any.
class NoteSigner {
 public:
  // A name holds neither blanks nor "+": kBadInput says so.
  static Result<NoteSigner> create(std::string name, SigningKey key);
  // Written "PRIVATE+KEY+NAME+ID+SEED", as other programs of this format write it.
  static Result<NoteSigner> parse(std::string_view secret_text);

  NoteVerifier verifier() const { return {key_name_, key_.public_key()}; }
  // One line: a dash, the name, the signature in base64.
  std::string sign(std::string_view text) const;

 private:
  NoteSigner(KeyName name, SigningKey key) : key_name_(std::move(name)), key_(std::move(key)) {}
  KeyName key_name_;
  SigningKey key_;
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

}  // namespace bas::ledger
