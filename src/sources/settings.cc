#include "sources/settings.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/encode.h"
#include "fetch/address.h"

namespace bas::sources {

namespace {

using std::chrono::seconds;

constexpr std::size_t kBytesMost = std::size_t{2} << 30;

struct Field {
  const char* name;
  const std::string& value;
};

tl::unexpected<Error> refuse(std::string text) {
  return fail(ErrorCode::kBadInput, "source: " + std::move(text));
}

bool is_plain(const std::string& text) {
  const auto is_control = [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; };
  return is_valid_utf8(text) && std::ranges::none_of(text, is_control);
}

Result<> check_texts(const SourceSettings& settings) {
  const fetch::Access& access = settings.access;
  for (const std::string* text :
       {&settings.url, &settings.path, &settings.pattern, &settings.marker_suffix, &access.user,
        &access.bearer_token_file, &access.password_file, &access.ca_file,
        &access.client_certificate_file, &access.client_key_file, &access.ssh_private_key_file,
        &access.ssh_known_hosts_file, &settings.signature.public_key_file, &settings.checksum.url,
        &settings.checksum.header, &settings.signature.url}) {
    if (!is_plain(*text)) return refuse("texts must be UTF-8 without control characters");
  }
  for (const Field& suffix : {Field{"checksum.suffix", settings.checksum.suffix},
                              Field{"signature.suffix", settings.signature.suffix},
                              Field{"marker_suffix", settings.marker_suffix}}) {
    const bool is_fit = suffix.value.starts_with('.') && suffix.value.size() <= 32 &&
                        suffix.value.find_first_of("/?#%*[\\") == std::string::npos;
    if (!suffix.value.empty() && !(is_fit && is_plain(suffix.value))) {
      return refuse(fmt::format("{} must be a short ending such as \".sha256\"", suffix.name));
    }
  }
  return {};
}

Result<> check_numbers(const SourceSettings& settings) {
  if (settings.interval < seconds{60} || settings.interval > std::chrono::days{7}) {
    return refuse("interval_seconds must be 60 to 604800");
  }
  if (settings.bytes_max == 0 || settings.bytes_max > kBytesMost) {
    return refuse("bytes_max must be 1 to 2147483648, and fit into memory");
  }
  if (settings.settle > seconds{3600}) return refuse("settle_seconds must be at most 3600");
  if (settings.connect_timeout < seconds{1} || settings.connect_timeout > seconds{300}) {
    return refuse("connect_timeout_seconds must be 1 to 300");
  }
  if (settings.total_timeout < settings.connect_timeout || settings.total_timeout > seconds{7200}) {
    return refuse("total_timeout_seconds must be connect_timeout_seconds to 7200");
  }
  return {};
}

Result<> check_empty(const char* kind, std::initializer_list<Field> fields) {
  for (const Field& field : fields) {
    if (!field.value.empty()) {
      return refuse(fmt::format("{} has no meaning for {}: take it out", field.name, kind));
    }
  }
  return {};
}

Result<> check_proofs(const SourceSettings& settings) {
  const ChecksumSettings& checksum = settings.checksum;
  const SignatureSettings& signature = settings.signature;
  const int ways = !checksum.suffix.empty() + !checksum.url.empty() + !checksum.header.empty();
  if (ways > 1) return refuse("checksum takes one of suffix, url and header");
  const int places = !signature.suffix.empty() + !signature.url.empty();
  if (places > 1) return refuse("signature takes one of suffix and url");
  if ((places == 1) != !signature.public_key_file.empty()) {
    return refuse("signature needs public_key_file and one of suffix and url");
  }
  return {};
}

Result<fetch::Address> check_url(const Field& field, std::string_view schemes) {
  auto address = fetch::parse_address(field.value);
  if (!address) return refuse(fmt::format("{}: {}", field.name, address.error().text));
  if (schemes.find(address->scheme) == schemes.npos) {
    return refuse(fmt::format("{} must begin with {}", field.name, schemes));
  }
  return address;
}

Result<> check_http(const SourceSettings& settings) {
  const fetch::Access& access = settings.access;
  TRY(check_empty("http", {{"path", settings.path},
                           {"pattern", settings.pattern},
                           {"access.ssh_private_key_file", access.ssh_private_key_file},
                           {"access.ssh_known_hosts_file", access.ssh_known_hosts_file}}));
  const fetch::Address address = TRY(check_url({"url", settings.url}, "https:// or http://"));
  for (const Field& other : {Field{"checksum.url", settings.checksum.url},
                             Field{"signature.url", settings.signature.url}}) {
    if (!other.value.empty()) TRY(check_url(other, "https:// or http://"));
  }
  if (access.user.empty() != access.password_file.empty()) {
    return refuse("access.user and access.password_file go together");
  }
  if (!access.user.empty() && !access.bearer_token_file.empty()) {
    return refuse("access takes one of user with password_file and bearer_token_file");
  }
  if (access.client_certificate_file.empty() != access.client_key_file.empty()) {
    return refuse("access.client_certificate_file and access.client_key_file go together");
  }
  const bool has_secret = !access.user.empty() || !access.bearer_token_file.empty();
  if (has_secret && address.scheme == "http" && !address.is_loopback()) {
    return refuse("a password or bearer token is not sent in clear: let url begin with https://");
  }
  return {};
}

Result<> check_pattern(const std::string& pattern) {
  if (pattern.empty()) return refuse("pattern must say which files, such as \"stolen-*.csv\"");
  if (pattern.find('/') != std::string::npos || pattern.size() > 200) {
    return refuse("pattern is for names within the folder: no \"/\", at most 200 bytes");
  }
  return {};
}

Result<> check_sftp(const SourceSettings& settings) {
  const fetch::Access& access = settings.access;
  TRY(check_empty("sftp", {{"path", settings.path},
                           {"checksum.url", settings.checksum.url},
                           {"checksum.header", settings.checksum.header},
                           {"signature.url", settings.signature.url},
                           {"access.bearer_token_file", access.bearer_token_file},
                           {"access.ca_file", access.ca_file},
                           {"access.client_certificate_file", access.client_certificate_file},
                           {"access.client_key_file", access.client_key_file}}));
  const fetch::Address address = TRY(check_url({"url", settings.url}, "sftp://"));
  if (settings.url.find('?') != std::string::npos) return refuse("url: leave out what follows ?");
  if (access.user.empty()) return refuse("access.user is needed for sftp");
  if (access.ssh_known_hosts_file.empty()) {
    return refuse("access.ssh_known_hosts_file is needed: without it the host is not trusted");
  }
  if (access.ssh_private_key_file.empty() == access.password_file.empty()) {
    return refuse("access needs one of ssh_private_key_file and password_file");
  }
  if (address.path.ends_with('/')) return check_pattern(settings.pattern);
  return check_empty("an sftp url that does not end in /", {{"pattern", settings.pattern}});
}

Result<> check_folder(const SourceSettings& settings) {
  TRY(check_empty("folder", {{"url", settings.url},
                             {"checksum.url", settings.checksum.url},
                             {"checksum.header", settings.checksum.header},
                             {"signature.url", settings.signature.url}}));
  if (settings.access != fetch::Access{}) {
    return refuse("access has no meaning for folder: take it out");
  }
  const std::string slashed = settings.path + "/";
  if (!settings.path.starts_with('/') || slashed.find("/../") != std::string::npos) {
    return refuse("path must be absolute and without \"..\"");
  }
  return check_pattern(settings.pattern);
}

}  // namespace

Result<> validate(const SourceSettings& settings) {
  TRY(check_texts(settings));
  TRY(check_numbers(settings));
  TRY(check_proofs(settings));
  if (settings.complete_when == CompleteWhen::kMarked && settings.marker_suffix.empty()) {
    return refuse("complete_when \"marked\" needs marker_suffix");
  }
  switch (settings.kind) {
    case SourceKind::kHttp: return check_http(settings);
    case SourceKind::kSftp: return check_sftp(settings);
    case SourceKind::kFolder: break;
  }
  return check_folder(settings);
}

}  // namespace bas::sources
