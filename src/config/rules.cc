#include "config/rules.h"

#include <algorithm>
#include <charconv>
#include <string_view>

namespace bas::config {

namespace {

bool is_address_and_port(std::string_view listen) {
  const auto colon = listen.rfind(':');
  if (colon == std::string_view::npos || colon == 0) return false;
  std::string_view address = listen.substr(0, colon);
  if (address.starts_with('[')) {
    if (!address.ends_with(']') || address.size() < 4) return false;
  } else if (address.find(':') != std::string_view::npos) {
    return false;  // IPv6 without brackets: where the port begins is anybody's guess
  }
  const std::string_view port = listen.substr(colon + 1);
  unsigned number = 0;
  const auto [end, error] = std::from_chars(port.data(), port.data() + port.size(), number);
  return error == std::errc{} && end == port.data() + port.size() && number <= 65535;
}

// By their names, without asking the disk: `path` is `folder` or lies in it.
bool lies_in(const std::filesystem::path& path, const std::filesystem::path& folder) {
  const auto inner = std::filesystem::absolute(path).lexically_normal();
  const auto outer = std::filesystem::absolute(folder / "").lexically_normal().parent_path();
  const auto [end, at] = std::mismatch(outer.begin(), outer.end(), inner.begin(), inner.end());
  return end == outer.end();
}

// Over plain http nothing but this machine is spoken to.
bool is_safe_url(std::string_view url) {
  for (const std::string_view start :
       {"https://", "http://127.0.0.1:", "http://localhost:", "http://[::1]:"}) {
    if (url.starts_with(start) && url.size() > start.size()) return true;
  }
  return false;
}

void add_oidc_breaches(const OidcSettings& oidc, std::vector<Breach>& found) {
  const std::pair<const char*, bool> needed[] = {
      {"oidc.issuer", oidc.issuer.empty()},
      {"oidc.client_id", oidc.client_id.empty()},
      {"oidc.client_secret_file", oidc.client_secret_file.empty()},
      {"oidc.redirect_url", oidc.redirect_url.empty()},
      {"oidc.groups_file", oidc.groups_file.empty()}};
  const auto absent = std::ranges::count_if(needed, [](const auto& one) { return one.second; });
  if (absent == std::ssize(needed)) return;
  for (const auto& [key, is_absent] : needed) {
    if (is_absent)
      found.push_back({key, "is needed where any of the table is set: see oidc.issuer"});
  }
  if (!oidc.issuer.empty() && !is_safe_url(oidc.issuer)) {
    found.push_back({"oidc.issuer", "must begin with https://"});
  }
  const bool is_way_back = is_safe_url(oidc.redirect_url) &&
                           oidc.redirect_url.ends_with("/api/v1/sign-in/provider/return");
  if (!oidc.redirect_url.empty() && !is_way_back) {
    found.push_back({"oidc.redirect_url",
                     "must begin with https:// and end with /api/v1/sign-in/provider/return"});
  }
}

}  // namespace

std::vector<Breach> breaches(const Settings& settings) {
  std::vector<Breach> found;
  if (!is_address_and_port(settings.listen)) {
    found.push_back({"listen", "write address:port, such as 127.0.0.1:8080 or [::1]:8080"});
  }
  if (settings.data_dir.empty()) found.push_back({"data_dir", "name a folder"});
  if (settings.role == "zone") {
    found.push_back({"role", "a zone's own server is not part of this version: use \"province\""});
  }
  if (settings.tls.certificate_file.empty() != settings.tls.key_file.empty()) {
    found.push_back({settings.tls.key_file.empty() ? "tls.key_file" : "tls.certificate_file",
                     "certificate and key go together: name both files or neither"});
  }
  if (settings.tls.certificate_file.empty() && !settings.tls.client_ca_file.empty()) {
    found.push_back({"tls.client_ca_file",
                     "client certificates need TLS: name tls.certificate_file and tls.key_file"});
  }
  if (!settings.data_dir.empty() && lies_in(settings.vault.kek_file, settings.data_dir)) {
    found.push_back(
        {"vault.kek_file",
         "inside data_dir every backup of the data would hold its key: put it outside"});
  }
  if (!settings.data_dir.empty() && lies_in(settings.ledger.key_file, settings.data_dir)) {
    found.push_back({"ledger.key_file",
                     "inside data_dir whoever copies the data could sign for us: put it outside"});
  }
  if (settings.ingest.batch_reads_max > settings.ingest.queue_reads_max) {
    found.push_back({"ingest.batch_reads_max", "may not be larger than ingest.queue_reads_max"});
  }
  add_oidc_breaches(settings.oidc, found);
  if (!settings.scim.token_file.empty() && settings.oidc.issuer.empty()) {
    found.push_back({"scim.token_file", "is of an identity provider: set the table oidc"});
  }
  return found;
}

std::filesystem::path beside_data(const std::filesystem::path& data_dir, std::string_view suffix) {
  std::filesystem::path file = (data_dir / "").lexically_normal().parent_path();
  file += suffix;
  return file;
}

}  // namespace bas::config
