#include "ledger/note.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/encode.h"

namespace bas::ledger {

namespace {

constexpr std::size_t kNoteBytesMax = 64 * 1024;
constexpr std::size_t kSignaturesMax = 100;
constexpr std::size_t kTimeBytes = 8;                // before the signature of a witness
constexpr std::string_view kDash = "\xE2\x80\x94 ";  // em dash and blank
constexpr std::string_view kPrivate = "PRIVATE+KEY+";

auto bad(std::string_view why) { return fail(ErrorCode::kBadInput, std::string(why)); }

bool is_name(std::string_view name) {
  const auto is_wrong = [](char c) {
    return c == '+' || c == 0x7F || static_cast<unsigned char>(c) <= ' ';
  };
  return !name.empty() && std::ranges::none_of(name, is_wrong);
}

// One way of writing only: a note that can be written in two is two notes.
Result<std::string> from_exact_base64(std::string_view text) {
  std::string bytes = TRY(from_base64(text));
  if (to_base64(bytes) != text) return bad("base64 is written with its padding and nothing else");
  return bytes;
}

std::string id_of(std::string_view name, std::string_view typed_key) {
  return sha256(fmt::format("{}\n{}", name, typed_key)).substr(0, 4);
}

std::string typed(NoteKind kind, std::string_view key) {
  return static_cast<char>(kind) + std::string(key);
}

// What a witness signs.
std::string statement(std::string_view text, std::uint64_t seconds) {
  return fmt::format("cosignature/v1\ntime {}\n{}", seconds, text);
}

std::string time_bytes(std::uint64_t seconds) {
  std::string bytes;
  for (int shift = 56; shift >= 0; shift -= 8) bytes += static_cast<char>(seconds >> shift & 0xFFU);
  return bytes;
}

std::uint64_t time_in(std::string_view bytes) {
  std::uint64_t seconds = 0;
  for (const char byte : bytes.substr(0, kTimeBytes)) {
    seconds = seconds << 8 | static_cast<unsigned char>(byte);
  }
  return seconds;
}

bool holds(const NoteSignature& one, std::string_view text, const NoteVerifier& verifier) {
  if (verifier.kind == NoteKind::kText) {
    return is_signed_by(verifier.public_key, text, one.signature);
  }
  if (one.signature.size() != kTimeBytes + kSignatureBytes) return false;
  return is_signed_by(verifier.public_key, statement(text, time_in(one.signature)),
                      std::string_view(one.signature).substr(kTimeBytes));
}

// "NAME+ID+KEY" where the key begins with its kind.
struct NamedKey {
  KeyName name;
  std::string key;
  NoteKind kind = NoteKind::kText;
};
Result<NamedKey> named_key(std::string_view text, std::size_t key_bytes) {
  const std::size_t first = text.find('+');
  const std::size_t second = first == text.npos ? first : text.find('+', first + 1);
  if (second == text.npos) return bad("a key is written NAME+ID+KEY");
  NamedKey named{{std::string(text.substr(0, first)), {}}, {}, NoteKind::kText};
  named.name.id = TRY(from_hex(text.substr(first + 1, second - first - 1)));
  const std::string key = TRY(from_exact_base64(text.substr(second + 1)));
  if (!is_name(named.name.name) || named.name.id.size() != 4)
    return bad("the key has no good name");
  if (key.size() != key_bytes + 1) return bad("this is no Ed25519 key");
  named.kind = static_cast<NoteKind>(key[0]);
  const bool is_known = named.kind == NoteKind::kText || named.kind == NoteKind::kCosignature;
  if (!is_known) return bad("this is no Ed25519 key");
  named.key = key.substr(1);
  return named;
}

Result<NoteSignature> signature_line(std::string_view line) {
  if (!line.starts_with(kDash)) return bad("a signature line begins with a dash");
  line.remove_prefix(kDash.size());
  const std::size_t blank = line.find(' ');
  if (blank == line.npos) return bad("a signature line has a name and a signature");
  const std::string bytes = TRY(from_exact_base64(line.substr(blank + 1)));
  const std::string name(line.substr(0, blank));
  if (!is_name(name) || bytes.size() < 5) return bad("a signature line is damaged");
  return NoteSignature{{name, bytes.substr(0, 4)}, bytes.substr(4)};
}

bool is_clean(std::string_view bytes) {
  const auto is_control = [](char c) { return static_cast<unsigned char>(c) < 0x20 && c != '\n'; };
  return std::ranges::none_of(bytes, is_control) && is_valid_utf8(bytes);
}

}  // namespace

Result<NoteVerifier> NoteVerifier::parse(std::string_view text) {
  NamedKey named = TRY(named_key(text, kPublicKeyBytes));
  if (named.name.id != id_of(named.name.name, typed(named.kind, named.key))) {
    return bad("the id does not belong to name and key");
  }
  return NoteVerifier{std::move(named.name), std::move(named.key), named.kind};
}

std::string NoteVerifier::text() const {
  return fmt::format("{}+{}+{}", key.name, to_hex(key.id), to_base64(typed(kind, public_key)));
}

Result<NoteSigner> NoteSigner::create(std::string name, SigningKey key, NoteKind kind) {
  if (!is_name(name)) return bad("the name of a key holds neither blanks nor \"+\"");
  std::string id = id_of(name, typed(kind, key.public_key()));
  return NoteSigner({std::move(name), std::move(id)}, std::move(key), kind);
}

Result<NoteSigner> NoteSigner::parse(std::string_view secret_text) {
  if (!secret_text.starts_with(kPrivate)) return bad("a secret key begins with PRIVATE+KEY+");
  NamedKey named = TRY(named_key(secret_text.substr(kPrivate.size()), kSeedBytes));
  auto key = SigningKey::from_seed(named.key);
  wipe(named.key);
  if (!key) return tl::make_unexpected(key.error());
  auto signer = TRY(create(named.name.name, std::move(*key), named.kind));
  if (signer.key_name_.id != named.name.id) return bad("the id does not belong to name and key");
  return signer;
}

std::string secret_text(const NoteVerifier& verifier, std::string_view seed) {
  std::string key = typed(verifier.kind, seed);
  std::string text = fmt::format("{}{}+{}+{}", kPrivate, verifier.key.name, to_hex(verifier.key.id),
                                 to_base64(key));
  wipe(key);
  return text;
}

std::string NoteSigner::sign(std::string_view text, std::uint64_t seconds) const {
  const std::string signature = kind_ == NoteKind::kText
                                    ? key_.sign(text)
                                    : time_bytes(seconds) + key_.sign(statement(text, seconds));
  return fmt::format("{}{} {}\n", kDash, key_name_.name, to_base64(key_name_.id + signature));
}

Result<Note> Note::parse(std::string_view bytes) {
  if (bytes.size() > kNoteBytesMax) return bad("the note is longer than 64 KiB");
  if (!is_clean(bytes)) return bad("a note is UTF-8 without control characters");
  const std::size_t gap = bytes.rfind("\n\n");
  if (gap == bytes.npos || !bytes.ends_with('\n')) return bad("the note has no signatures");
  Note note{std::string(bytes.substr(0, gap + 1)), {}};
  std::string_view rest = bytes.substr(gap + 2);
  if (rest.empty()) return bad("the note has no signatures");
  while (!rest.empty()) {
    const std::size_t end = rest.find('\n');
    if (note.signatures.size() == kSignaturesMax) return bad("the note has over 100 signatures");
    note.signatures.push_back(TRY(signature_line(rest.substr(0, end))));
    rest.remove_prefix(end + 1);
  }
  return note;
}

std::string note_bytes(std::string_view text, std::span<const std::string> signature_lines) {
  std::string bytes = fmt::format("{}\n", text);
  for (const std::string& line : signature_lines) bytes += line;
  return bytes;
}

bool is_vouched_for(const Note& note, const NoteVerifier& verifier) {
  bool is_found = false;
  for (const NoteSignature& one : note.signatures) {
    if (one.key != verifier.key) continue;
    if (!holds(one, note.text, verifier)) return false;
    is_found = true;
  }
  return is_found;
}

std::optional<std::uint64_t> seen_at(const Note& note, const NoteVerifier& witness) {
  if (witness.kind != NoteKind::kCosignature || !is_vouched_for(note, witness)) return std::nullopt;
  std::uint64_t latest = 0;
  for (const NoteSignature& one : note.signatures) {
    if (one.key == witness.key) latest = std::max(latest, time_in(one.signature));
  }
  return latest;
}

}  // namespace bas::ledger
