#include "vault/kek.h"

#include "base/encode.h"
#include "base/file.h"
#include "vault/gcm.h"

#include <fmt/format.h>

#include <array>

namespace bas::vault {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view kLineStart = "bas-kek-1 ";
constexpr std::string_view kMagic = "BASK\x01";
constexpr std::size_t kNameBytes = 8;
constexpr std::size_t kBoundBytes = 5 + kNameBytes + 4;
constexpr std::size_t kWrapHeaderBytes = kBoundBytes + kNonceBytes;
constexpr std::size_t kWrappedBytes = kWrapHeaderBytes + kPairBytes + kTagBytes;

std::string name_of_key(const Secret& key) {
  std::string text = "bas kek name\n";
  text.append(key.view());
  std::string name = sha256(text).substr(0, kNameBytes);
  wipe(text);
  return name;
}

std::string start_of_header(std::string_view name, Day day) {
  std::string out(kMagic);
  out.append(name);
  const auto number = static_cast<std::uint32_t>(day.number);
  for (int shift = 24; shift >= 0; shift -= 8) out.push_back(static_cast<char>(number >> shift));
  return out;
}

}  // namespace

Kek::Kek(Secret key) : key_(std::move(key)), name_(name_of_key(key_)) {}

Result<Kek> Kek::open(const fs::path& path) {
  std::string line = TRY(read_file(path, 4096));
  TRY(refuse_if_others_may_read(path, "key-encryption key"));
  std::string_view hex = line;
  if (hex.ends_with('\n')) hex.remove_suffix(1);
  const bool is_line = hex.starts_with(kLineStart);
  if (is_line) hex.remove_prefix(kLineStart.size());
  auto bytes = from_hex(hex);
  const bool is_whole = is_line && bytes && bytes->size() == kKeyBytes;
  Secret key(is_whole ? std::string_view(*bytes) : std::string_view());
  if (bytes) wipe(*bytes);
  wipe(line);
  if (is_whole) return Kek(std::move(key));
  return fail(ErrorCode::kCorrupt,
              fmt::format("{} is not a key-encryption key (one line, bas-kek-1 and 64 hex "
                          "digits): put back the copy you keep apart",
                          path.string()));
}

Result<Kek> Kek::make(const fs::path& path, Random& random) {
  Secret key(kKeyBytes);
  random.fill(key.bytes());
  std::string hex = to_hex(key.view());
  std::string line = fmt::format("{}{}\n", kLineStart, hex);
  if (path.has_parent_path()) TRY(make_private_folder(path.parent_path()));
  const Result<> written = write_file(path, line, FileMode::kSecret);
  wipe(hex);
  wipe(line);
  if (!written) return tl::make_unexpected(written.error());
  return Kek(std::move(key));
}

std::string Kek::wrap(Day day, const Secret& pair) const {
  const std::string bound = start_of_header(name_, day);
  const std::string header = bound + SystemRandom().bytes(kNonceBytes);
  return Gcm(key_.view()).seal({header, bound, pair.view()});
}

Result<Secret> Kek::unwrap(Day day, std::string_view wrapped) const {
  if (wrapped.size() != kWrappedBytes || !wrapped.starts_with(kMagic)) {
    return fail(ErrorCode::kCorrupt, "it is cut, or not a key file");
  }
  if (wrapped.substr(kMagic.size(), kNameBytes) != name_) {
    return fail(ErrorCode::kRefused, "another key-encryption key wrapped it");
  }
  const std::string bound = start_of_header(name_, day);
  if (!wrapped.starts_with(bound)) return fail(ErrorCode::kCorrupt, "it is of another day");
  auto plain =
      Gcm(key_.view())
          .open({wrapped.substr(0, kWrapHeaderBytes), bound, wrapped.substr(kWrapHeaderBytes)});
  if (!plain) return fail(ErrorCode::kCorrupt, "it is damaged: it does not authenticate");
  Secret pair(*plain);
  wipe(*plain);
  return pair;
}

}  // namespace bas::vault
