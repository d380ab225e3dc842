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
  return found;
}

std::filesystem::path beside_data(const std::filesystem::path& data_dir, std::string_view suffix) {
  std::filesystem::path file = (data_dir / "").lexically_normal().parent_path();
  file += suffix;
  return file;
}

}  // namespace bas::config
