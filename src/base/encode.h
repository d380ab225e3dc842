// Bytes as text and back, digests, and comparison that does not leak by time.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

#include "base/result.h"

namespace bas {

std::string to_hex(std::string_view bytes);
Result<std::string> from_hex(std::string_view hex);

// RFC 4648 base64 with padding; decoding skips white space and takes missing padding.
std::string to_base64(std::string_view bytes);
Result<std::string> from_base64(std::string_view text);

// RFC 4648 section 5 without padding: safe in addresses and file names.
std::string to_base64url(std::string_view bytes);

// RFC 4648 section 6, upper case, without padding: what authenticator apps take.
std::string to_base32(std::string_view bytes);

// 32 bytes. Threads: any. Hot: about 0.3 µs for a short text.
std::string sha256(std::string_view bytes);
// Of the parts, one behind the other.
std::string sha256(std::initializer_list<std::string_view> parts);

// HMAC-SHA-1 (RFC 2104), 20 bytes: for one-time codes (RFC 4226), which still stand on it; its
// weakness against collisions does not touch a MAC. Nothing else may use it. Threads: any.
std::string hmac_sha1(std::string_view key, std::string_view text);

// HMAC-SHA-256 (RFC 2104), 32 bytes. Threads: any.
std::string hmac_sha256(std::string_view key, std::string_view text);

// True if equal; takes the same time wherever the first difference is.
bool equal_constant_time(std::string_view a, std::string_view b);

// Overwrites in a way the compiler may not leave out.
void wipe(std::string& secret);

// Valid UTF-8 with every invalid byte replaced by U+FFFD.
std::string to_valid_utf8(std::string_view text);
bool is_valid_utf8(std::string_view text);

}  // namespace bas
