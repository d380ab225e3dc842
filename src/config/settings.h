// Every setting of the server with its default. Name, meaning and trade of each stand in
// fields.cc, from which parsing, the sample file and the reference are made.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <string>

namespace bas::config {

using std::chrono::milliseconds;

inline constexpr std::uint64_t kKiB = 1024;
inline constexpr std::uint64_t kMiB = 1024 * kKiB;
inline constexpr std::uint64_t kGiB = 1024 * kMiB;

struct TlsSettings {
  std::filesystem::path certificate_file;
  std::filesystem::path key_file;
  std::filesystem::path client_ca_file;
};

struct VaultSettings {
  std::filesystem::path kek_file;  // never empty once loaded
};

// The log of all uses. `origin` empty: as the key says, which names the log for good.
struct LedgerSettings {
  std::filesystem::path key_file;  // never empty once loaded
  std::string origin;
  std::filesystem::path witnesses_file;
  milliseconds witness_every{60'000};
};

struct PolicySettings {
  std::string regime = "be";
  milliseconds erase_every{15 * 60'000};
  std::string impact_assessment;
};

// How long the session of a person lasts.
struct IdentitySettings {
  milliseconds session_idle_max{std::chrono::hours(4)};
  milliseconds session_max{std::chrono::hours(12)};
  milliseconds proof_max{std::chrono::minutes(5)};
};

// Signing in with the account that people have at their zone. All empty but the defaults: only
// with accounts of this server.
struct OidcSettings {
  std::string issuer;
  std::string client_id;
  std::filesystem::path client_secret_file;
  std::string redirect_url;
  std::filesystem::path groups_file;
  std::string groups_claim = "groups";
  std::string scopes = "openid profile";
  std::filesystem::path ca_file;
};

// Where the directory of that provider says who has left.
struct ScimSettings {
  std::filesystem::path token_file;
};

struct HttpSettings {
  std::uint64_t body_bytes_max = 20 * kMiB;
  std::uint64_t header_bytes_max = 16 * kKiB;
  milliseconds idle_timeout{30'000};
  milliseconds request_timeout{30'000};
  int connections_max = 4096;
};

struct IngestSettings {
  int batch_reads_max = 4096;
  int queue_reads_max = 50'000;
  milliseconds repeat_window{5'000};
  milliseconds late_after{120'000};
  milliseconds clock_ahead_max{60'000};
  std::uint64_t quarantine_bytes_per_camera_day = 64 * kMiB;
};

struct HitSettings {
  milliseconds incident_window{30 * 60'000};
  int stream_ring_events = 20'000;
  milliseconds heartbeat{10'000};
};

struct ListSettings {
  std::uint64_t import_bytes_max = 512 * kMiB;
  std::filesystem::path secrets_dir;  // never empty once loaded
  std::filesystem::path inbox_dir;    // likewise
  milliseconds look_every{5'000};
  milliseconds rejection_memory{std::chrono::hours(24 * 30)};
  int quiet_after_rejections = 2;
  int reads_per_day = 1'100'000;
  std::filesystem::path registers_file;
};

// Where events go for those who are not at a desk. Nothing leaves without `networks`.
struct OutwardSettings {
  std::string networks;
  std::string hosts;
  std::filesystem::path ca_file;
  std::string mqtt_url;
  std::string mqtt_user;
  std::filesystem::path mqtt_password_file;
  std::string smtp_url;
  std::string smtp_user;
  std::filesystem::path smtp_password_file;
  std::string smtp_from;
};

struct LogSettings {
  std::string level = "info";
};

struct StorageSettings {
  std::uint64_t disk_free_min = 1 * kGiB;
  std::uint64_t rocks_cache_bytes = 256 * kMiB;
};

struct Settings {
  std::string listen = "127.0.0.1:8080";
  std::filesystem::path data_dir = "bas-data";
  std::string role = "province";
  int threads = 2;
  TlsSettings tls;
  VaultSettings vault;
  LedgerSettings ledger;
  PolicySettings policy;
  IdentitySettings identity;
  OidcSettings oidc;
  ScimSettings scim;
  HttpSettings http;
  IngestSettings ingest;
  HitSettings hits;
  ListSettings lists;
  OutwardSettings outward;
  LogSettings log;
  StorageSettings storage;
};

}  // namespace bas::config
