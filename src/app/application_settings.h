// What the server is started with, after the configuration has been read and checked.
#pragma once

#include <filesystem>

#include "app/outlet_parts.h"
#include "app/provider_parts.h"
#include "flow/ingest.h"
#include "flow/repeat_guard.h"
#include "flow/sessions.h"
#include "net/event_hub.h"
#include "net/server.h"

namespace bas::app {

struct ApplicationSettings {
  std::filesystem::path data_folder = "bas-data";
  std::filesystem::path kek_file;         // empty: `<data folder>.kek`, beside the data, not inside
  std::filesystem::path ledger_key_file;  // empty: `<data folder>.ledger-key`, beside the data
  std::string ledger_origin;              // empty: as the key says
  std::filesystem::path ledger_witnesses_file;  // empty: nobody cosigns
  std::chrono::milliseconds witness_every{60'000};
  std::chrono::milliseconds retention_every{15 * 60'000};
  flow::SessionTerms session_terms;
  ProviderChoice provider;
  OutwardChoice outward;
  std::string regime = "be";         // name or file
  std::string impact_assessment;     // its version; empty: nothing is changed
  std::filesystem::path web_folder;  // empty: where the package or the build put it
  net::ServerSettings server;
  net::EventHubSettings events;
  flow::IngestSettings ingest;
  std::chrono::milliseconds incident_window{30 * 60'000};
  std::uint64_t quarantine_bytes_per_camera = 64u << 20;
  std::uint64_t disk_free_bytes_min = 1u << 30;
  std::size_t cache_bytes = 256u << 20;
  std::size_t ingest_bytes_max = 20u << 20;
  std::chrono::milliseconds clock_ahead_max{60'000};
  std::size_t import_bytes_max = 512u << 20;
  std::filesystem::path list_secrets_folder;  // where sources find keys and passwords
  std::filesystem::path list_inbox_folder;    // the watched folders lie within
  std::chrono::milliseconds list_tick{5'000};
  double reads_per_day = 1'100'000;
  std::filesystem::path registers_file;
  flow::RepeatGuard::Settings repeat_guard;
};

}  // namespace bas::app
