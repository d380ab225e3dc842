#include "app/settings.h"

#include "app/listen_address.h"
#include "base/log.h"

namespace bas::app {

namespace {

LogLevel log_level(const std::string& name) {
  if (name == "debug") return LogLevel::kDebug;
  if (name == "warning") return LogLevel::kWarning;
  return name == "error" ? LogLevel::kError : LogLevel::kInfo;
}

std::optional<net::TlsSettings> tls_of(const config::TlsSettings& tls) {
  if (tls.certificate_file.empty()) return std::nullopt;
  return net::TlsSettings{.certificate_file = tls.certificate_file.string(),
                          .key_file = tls.key_file.string(),
                          .client_ca_file = tls.client_ca_file.string(),
                          .require_client_certificate = false};
}

Result<net::ServerSettings> server_of(const config::Settings& settings) {
  net::ServerSettings server;
  TRY(apply_listen(server, settings.listen));
  server.threads = settings.threads;
  server.header_bytes_max = settings.http.header_bytes_max;
  server.idle_timeout = settings.http.idle_timeout;
  server.request_timeout = settings.http.request_timeout;
  server.connections_max = static_cast<std::size_t>(settings.http.connections_max);
  server.tls = tls_of(settings.tls);
  return server;
}

flow::IngestSettings ingest_of(const config::IngestSettings& settings) {
  flow::IngestSettings ingest;
  ingest.batch_reads_max = static_cast<std::size_t>(settings.batch_reads_max);
  ingest.queue_reads_max = static_cast<std::size_t>(settings.queue_reads_max);
  ingest.repeat_window = settings.repeat_window;
  ingest.late_after = settings.late_after;
  return ingest;
}

ProviderChoice provider_of(const config::Settings& settings) {
  const config::OidcSettings& oidc = settings.oidc;
  return {.provider = {.issuer = oidc.issuer,
                       .client_id = oidc.client_id,
                       .client_secret_file = oidc.client_secret_file,
                       .redirect_url = oidc.redirect_url,
                       .scopes = oidc.scopes,
                       .groups_claim = oidc.groups_claim,
                       .ca_file = oidc.ca_file},
          .groups_file = oidc.groups_file,
          .scim_token_file = settings.scim.token_file};
}

OutwardChoice outward_of(const config::OutwardSettings& outward) {
  const std::string ca_file = outward.ca_file.string();
  return {
      .networks = outward.networks,
      .hosts = outward.hosts,
      .ca_file = ca_file,
      .broker = {outward.mqtt_url, outward.mqtt_user, outward.mqtt_password_file.string(), ca_file},
      .mail_server = {outward.smtp_url, outward.smtp_user, outward.smtp_password_file.string(),
                      ca_file},
      .mail_from = outward.smtp_from};
}

void take_lists(const config::ListSettings& lists, ApplicationSettings& made) {
  made.import_bytes_max = lists.import_bytes_max;
  made.list_secrets_folder = std::filesystem::absolute(lists.secrets_dir);
  made.list_inbox_folder = std::filesystem::absolute(lists.inbox_dir);
  made.list_tick = lists.look_every;
  made.reads_per_day = lists.reads_per_day;
  made.registers_file = lists.registers_file;
  made.repeat_guard.memory = std::chrono::duration_cast<std::chrono::hours>(lists.rejection_memory);
  made.repeat_guard.quiet_after = lists.quiet_after_rejections;
}

}  // namespace

config::Sources sources_of(const SettingsChoice& choice) {
  config::Sources sources;
  if (!choice.config_file.empty()) sources.file = choice.config_file;
  sources.environment = config::process_environment();
  if (!choice.data_folder.empty()) sources.flags.emplace_back("data_dir", choice.data_folder);
  if (!choice.listen.empty()) sources.flags.emplace_back("listen", choice.listen);
  sources.other_variables = {"BAS_BINARY"};
  return sources;
}

Result<ApplicationSettings> load_settings(const SettingsChoice& choice) {
  const config::Settings settings = TRY(config::load(sources_of(choice)));
  set_log_level(log_level(settings.log.level));
  ApplicationSettings made;
  made.data_folder = settings.data_dir;
  made.kek_file = settings.vault.kek_file;
  made.ledger_key_file = settings.ledger.key_file;
  made.regime = settings.policy.regime;
  made.impact_assessment = settings.policy.impact_assessment;
  made.ledger_origin = settings.ledger.origin;
  made.ledger_witnesses_file = settings.ledger.witnesses_file;
  made.witness_every = settings.ledger.witness_every;
  made.retention_every = settings.policy.erase_every;
  made.session_terms.idle_max = settings.identity.session_idle_max;
  made.session_terms.proof_max = settings.identity.proof_max;
  made.session_terms.life_max = settings.identity.session_max;
  made.provider = provider_of(settings);
  made.server = TRY(server_of(settings));
  made.events.ring_events = static_cast<std::size_t>(settings.hits.stream_ring_events);
  made.events.heartbeat = settings.hits.heartbeat;
  made.ingest = ingest_of(settings.ingest);
  made.incident_window = settings.hits.incident_window;
  made.quarantine_bytes_per_camera = settings.ingest.quarantine_bytes_per_camera_day;
  made.disk_free_bytes_min = settings.storage.disk_free_min;
  made.cache_bytes = settings.storage.rocks_cache_bytes;
  made.ingest_bytes_max = settings.http.body_bytes_max;
  made.clock_ahead_max = settings.ingest.clock_ahead_max;
  made.outward = outward_of(settings.outward);
  take_lists(settings.lists, made);
  return made;
}

}  // namespace bas::app
