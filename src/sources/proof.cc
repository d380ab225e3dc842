#include "sources/proof.h"

#include <sodium.h>

#include <algorithm>
#include <optional>

#include "base/encode.h"
#include "base/file.h"
#include "base/text.h"

namespace bas::sources {

namespace {

constexpr std::size_t kKeyFileBytesMax = 16 * 1024;
// RFC 8410: SubjectPublicKeyInfo of an Ed25519 key, up to the key itself.
constexpr std::string_view kKeyPrefix("\x30\x2a\x30\x05\x06\x03\x2b\x65\x70\x03\x21\x00", 12);
constexpr std::string_view kPemBegin = "-----BEGIN PUBLIC KEY-----";
constexpr std::string_view kPemEnd = "-----END PUBLIC KEY-----";

// 64 hexadecimal digits of either case, in lower case; nothing else.
std::optional<std::string> digest_in(std::string_view text) {
  if (text.size() != 64) return std::nullopt;
  const auto bytes = from_hex(text);
  if (!bytes) return std::nullopt;
  return to_hex(*bytes);
}

// A digest and whose it is; no name: of the only file.
struct Statement {
  std::string digest;
  std::string_view name;
};

std::optional<Statement> statement_in(std::string_view line) {
  if (line.starts_with("SHA256 (")) {
    const std::size_t end = line.rfind(") = ");
    if (end == line.npos) return std::nullopt;
    const auto digest = digest_in(line.substr(end + 4));
    if (!digest) return std::nullopt;
    return Statement{*digest, line.substr(8, end - 8)};
  }
  const auto digest = digest_in(line.substr(0, 64));
  if (!digest) return std::nullopt;
  std::string_view name = line.substr(64);
  if (!name.empty() && name.front() != ' ' && name.front() != '\t') return std::nullopt;
  name = trimmed(name);
  if (name.starts_with('*')) name.remove_prefix(1);
  return Statement{*digest, name};
}

std::string_view last_segment(std::string_view path) { return path.substr(path.rfind('/') + 1); }

// The bytes of a key or a signature of that size, however they are written.
std::optional<std::string> bytes_in(std::string_view file, std::size_t size) {
  if (file.size() == size) return std::string(file);
  const std::string_view text = trimmed(file);
  auto bytes = text.size() == 2 * size ? from_hex(text) : from_base64(text);
  if (!bytes || bytes->size() != size) return std::nullopt;
  return std::move(*bytes);
}

const unsigned char* unsigned_of(std::string_view bytes) {
  return reinterpret_cast<const unsigned char*>(bytes.data());
}

Result<> check_signature(std::string_view bytes, std::string_view file,
                         const std::string& public_key_file) {
  auto key_text = read_file(public_key_file, kKeyFileBytesMax);
  if (!key_text) return fail(ErrorCode::kBadInput, "signature.public_key_file cannot be read");
  const std::string key = TRY(public_key_in(*key_text));
  const std::string signature = TRY(signature_in(file));
  if (crypto_sign_verify_detached(unsigned_of(signature), unsigned_of(bytes), bytes.size(),
                                  unsigned_of(key)) != 0) {
    return fail(ErrorCode::kCorrupt,
                "the file's signature is wrong: it is not what the owner of the key signed");
  }
  return {};
}

}  // namespace

Result<std::string> checksum_in(std::string_view document, std::string_view name) {
  std::string found;
  std::size_t lines = 0;
  bool is_bare = false;
  while (!document.empty()) {
    const std::size_t end = std::min(document.find('\n'), document.size() - 1);
    const std::string_view line = trimmed(document.substr(0, end + 1));
    document.remove_prefix(end + 1);
    if (line.empty() || line.starts_with('#')) continue;
    ++lines;
    const auto statement = statement_in(line);
    if (!statement) continue;
    const bool speaks_of_it = last_segment(statement->name) == name || statement->name.empty();
    if (!speaks_of_it) continue;
    is_bare |= statement->name.empty();
    if (!found.empty() && found != statement->digest) {
      return fail(ErrorCode::kBadInput, "the checksum document says two things of one file");
    }
    found = statement->digest;
  }
  if (found.empty()) {
    return fail(ErrorCode::kBadInput, "the checksum document states no SHA-256 of this file");
  }
  if (is_bare && lines > 1) {
    return fail(ErrorCode::kBadInput, "the checksum document does not say of which file it speaks");
  }
  return found;
}

Result<std::string> checksum_in_header(std::string_view value) {
  if (auto digest = digest_in(trimmed(value))) return std::move(*digest);
  while (!value.empty()) {
    const std::size_t comma = std::min(value.find(','), value.size());
    std::string_view one = trimmed(value.substr(0, comma));
    value.remove_prefix(std::min(comma + 1, value.size()));
    constexpr std::string_view kAlgorithm = "sha-256=";
    const bool is_ours = std::ranges::equal(
        one.substr(0, kAlgorithm.size()), kAlgorithm,
        [](char a, char b) { return (a >= 'A' && a <= 'Z' ? static_cast<char>(a + 32) : a) == b; });
    if (!is_ours) continue;
    one.remove_prefix(kAlgorithm.size());
    if (one.size() >= 2 && one.starts_with(':') && one.ends_with(':')) {
      one = one.substr(1, one.size() - 2);
    }
    const auto bytes = from_base64(one);
    if (bytes && bytes->size() == 32) return to_hex(*bytes);
  }
  return fail(ErrorCode::kBadInput, "checksum.header: the answer states no SHA-256 there");
}

Result<std::string> public_key_in(std::string_view file) {
  const auto refuse = [] {
    return fail(
        ErrorCode::kBadInput,
        "signature.public_key_file holds no Ed25519 public key: PEM, base64 or hexadecimal");
  };
  const std::size_t begin = file.find(kPemBegin);
  if (begin == file.npos) {
    auto key = bytes_in(file, crypto_sign_PUBLICKEYBYTES);
    if (!key) return refuse();
    return std::move(*key);
  }
  const std::string_view rest = file.substr(begin + kPemBegin.size());
  const auto bytes = from_base64(trimmed(rest.substr(0, rest.find(kPemEnd))));
  const bool is_key = rest.find(kPemEnd) != rest.npos && bytes && bytes->starts_with(kKeyPrefix) &&
                      bytes->size() == kKeyPrefix.size() + crypto_sign_PUBLICKEYBYTES;
  if (!is_key) return refuse();
  return bytes->substr(kKeyPrefix.size());
}

Result<std::string> signature_in(std::string_view file) {
  auto signature = bytes_in(file, crypto_sign_BYTES);
  if (signature) return std::move(*signature);
  return fail(ErrorCode::kBadInput,
              "the signature is no Ed25519 signature: 64 bytes, base64 or hexadecimal");
}

Result<> check_proof(std::string_view bytes, const std::string& digest, const Proof& proof,
                     const SignatureSettings& settings) {
  if (!proof.checksum.empty() && proof.checksum != digest) {
    return fail(ErrorCode::kCorrupt, "the file does not fit its checksum");
  }
  if (settings.public_key_file.empty()) return {};
  return check_signature(bytes, proof.signature, settings.public_key_file);
}

}  // namespace bas::sources
