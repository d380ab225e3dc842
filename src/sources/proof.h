// What proves that the bytes of a file are whole and genuine.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "ports/list_source.h"
#include "sources/settings.h"

namespace bas::sources {

// Of a checksum document or a signature beside a list.
inline constexpr std::size_t kSmallFileBytesMax = std::size_t{1} << 20;

// The SHA-256 that a checksum document states for the file `name`, as 64 lower-case hexadecimal
// digits. Forms: the digits alone; "digits  name" as sha256sum writes it; "SHA256 (name) = digits".
// kBadInput when it says nothing of this file, or two different things.
Result<std::string> checksum_in(std::string_view document, std::string_view name);

// The same of a header's value: 64 hexadecimal digits, or sha-256 with base64 as RFC 9530
// (Repr-Digest) and RFC 3230 (Digest) write it.
Result<std::string> checksum_in_header(std::string_view value);

// An Ed25519 public key: PEM (RFC 8410), or its 32 bytes raw, in hexadecimal or in base64.
Result<std::string> public_key_in(std::string_view file);

// An Ed25519 signature: its 64 bytes raw, in hexadecimal or in base64.
Result<std::string> signature_in(std::string_view file);

// What a source says of its file; empty where the settings ask for none.
struct Proof {
  std::string checksum;   // as checksum_in gives it
  std::string signature;  // as the source holds it
};

// kCorrupt when checksum or signature do not fit `bytes`, whose SHA-256 is `digest`; kBadInput when
// one of them, or the public key's file, cannot be understood.
Result<> check_proof(std::string_view bytes, const std::string& digest, const Proof& proof,
                     const SignatureSettings& settings);

// A source replaces a file and its proof one after the other, so what does not fit (kCorrupt) is
// fetched once more before it counts. Errors come out as ListSource has them.
template <typename FetchOnce>
Result<FetchedList> fetch_proven(FetchOnce fetch_once) {
  Result<FetchedList> fetched = fetch_once();
  if (!fetched && fetched.error().code == ErrorCode::kCorrupt) fetched = fetch_once();
  if (fetched) return fetched;
  const ErrorCode code = fetched.error().code;
  const bool is_passing = code == ErrorCode::kUnavailable || code == ErrorCode::kNotFound;
  fetched.error().code = is_passing ? ErrorCode::kUnavailable : ErrorCode::kBadInput;
  return fetched;
}

}  // namespace bas::sources
