#include "fetch/secrets.h"

#include <fmt/format.h>
#include <algorithm>

#include <filesystem>

#include "base/encode.h"
#include "base/file.h"

namespace bas::fetch {

namespace {

constexpr std::size_t kSecretBytesMax = 16 * 1024;
constexpr std::size_t kPemBytesMax = std::size_t{8} << 20;

struct NamedFile {
  const char* field;
  const std::string& path;
};

// Reading a folder or a pipe would fail late or never end.
Result<std::string> read_named(NamedFile file, std::size_t bytes_max) {
  std::error_code failure;
  if (!std::filesystem::is_regular_file(file.path, failure)) {
    return fail(ErrorCode::kBadInput, fmt::format("{} names no file that is there", file.field));
  }
  auto bytes = read_file(file.path, bytes_max);
  if (!bytes) {
    return fail(ErrorCode::kBadInput, fmt::format("the file of {} cannot be read", file.field));
  }
  return bytes;
}

Result<std::string> read_secret(NamedFile file) {
  if (file.path.empty()) return std::string{};
  std::string text = TRY(read_named(file, kSecretBytesMax));
  while (text.ends_with('\n') || text.ends_with('\r')) text.pop_back();
  const auto is_odd = [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; };
  const bool is_whole = !text.empty() && std::ranges::none_of(text, is_odd);
  if (is_whole) return text;
  wipe(text);
  return fail(ErrorCode::kBadInput,
              fmt::format("the file of {} must hold one line of text", file.field));
}

Result<> check_readable(NamedFile file) {
  if (!file.path.empty()) TRY(read_named(file, kPemBytesMax));
  return {};
}

Result<> check_sftp(const Access& access) {
  const auto refuse = [](const char* text) { return fail(ErrorCode::kBadInput, text); };
  if (access.ssh_known_hosts_file.empty()) {
    return refuse("sftp needs ssh_known_hosts_file: without it the host is not trusted");
  }
  if (access.user.empty()) return refuse("sftp needs a user");
  if (!access.bearer_token_file.empty()) return refuse("sftp takes no bearer_token_file");
  if (access.ssh_private_key_file.empty() == access.password_file.empty()) {
    return refuse("sftp needs either ssh_private_key_file or password_file");
  }
  TRY(check_readable({"ssh_private_key_file", access.ssh_private_key_file}));
  return check_readable({"ssh_known_hosts_file", access.ssh_known_hosts_file});
}

Result<> check_http(const Access& access, const Address& address) {
  const auto refuse = [](const char* text) { return fail(ErrorCode::kBadInput, text); };
  if (access.user.empty() != access.password_file.empty()) {
    return refuse("user and password_file go together");
  }
  if (!access.user.empty() && !access.bearer_token_file.empty()) {
    return refuse("name either user and password_file or bearer_token_file");
  }
  const bool has_secret = !access.user.empty() || !access.bearer_token_file.empty();
  if (has_secret && address.scheme == "http" && !address.is_loopback()) {
    return refuse("a password or bearer token is not sent in clear: use https");
  }
  if (access.client_certificate_file.empty() != access.client_key_file.empty()) {
    return refuse("client_certificate_file and client_key_file go together");
  }
  TRY(check_readable({"ca_file", access.ca_file}));
  TRY(check_readable({"client_certificate_file", access.client_certificate_file}));
  return check_readable({"client_key_file", access.client_key_file});
}

}  // namespace

Secrets::~Secrets() {
  wipe(password);
  wipe(bearer_token);
}

Result<Secrets> read_secrets(const Access& access, const Address& address) {
  TRY(address.scheme == "sftp" ? check_sftp(access) : check_http(access, address));
  Secrets out;
  out.password = TRY(read_secret({"password_file", access.password_file}));
  out.bearer_token = TRY(read_secret({"bearer_token_file", access.bearer_token_file}));
  return out;
}

}  // namespace bas::fetch
