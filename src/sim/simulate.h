// Drives a running server with the simulated province and reports what it did.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "base/result.h"
#include "base/time.h"
#include "sim/plan.h"

namespace bas::sim {

struct SimulateSettings {
  std::string url = "http://127.0.0.1:8080";
  std::string token;       // administrator's: for setting up
  std::string desk_token;  // of who keeps lists: for those, and for listening as a desk
  int cameras = 150;
  double rate_per_s = 15;
  double seconds = 60;  // 0: until stopped
  std::uint64_t seed = 1;
  std::vector<Protocol> protocols;  // empty: all
  bool with_pictures = true;
  int batch = 1;  // BAS reads per body; more than 1 needs protocols = {kBas}
  std::chrono::milliseconds batch_wait{250};  // a body is sent this late at the latest
  int connections = 64;
  int desks = 0;                     // listeners on the event stream whose delays are measured
  std::filesystem::path truth_file;  // JSON lines; empty: none
  std::filesystem::path keys_file;   // see SetupSettings
  std::optional<UtcTime> start;      // of the simulated clock; absent: now
};

// Milliseconds; all zero when nothing was measured.
struct Delays {
  std::uint64_t count = 0;
  double p50 = 0;
  double p99 = 0;
  double max = 0;
};

struct Progress {
  double seconds = 0;  // since sending began
  std::uint64_t sent = 0;
  std::uint64_t acknowledged = 0;
  std::uint64_t hits = 0;  // hit events at the first desk
};

struct RunReport {
  double seconds = 0;
  std::uint64_t scheduled = 0;         // reads whose time came
  std::uint64_t sent = 0;              // reads handed to a connection
  std::uint64_t acknowledged = 0;      // reads a 2xx answer covered
  std::uint64_t repeated = 0;          // reads the server said it had already
  std::uint64_t refused = 0;           // reads answered 4xx, not sent again
  std::uint64_t failed = 0;            // reads given up after all attempts
  std::uint64_t retries = 0;           // messages sent again with the same bytes
  std::uint64_t hit_events = 0;        // at all desks
  std::uint64_t unmatched_events = 0;  // hit events that belong to no read of this run
  Delays acknowledge;  // from the moment a message was due to its answer's last byte
  Delays answer;       // from a message's last byte sent to its answer's last byte
  Delays hit;          // from the message's last byte sent to the event at a desk, all desks
  double generate_cpu_seconds = 0;  // CPU of making traffic, pictures and messages
  std::vector<std::string> errors;  // the first few, each once
};

// Sets the province up, then sends on schedule whatever the server does (open loop): a late answer
// delays nothing but itself, and its delay counts from the moment the message was due. Messages
// without an answer are sent again with the same bytes. `on_progress` is called about every second.
Result<RunReport> simulate(const SimulateSettings& settings,
                           std::function<void(const Progress&)> on_progress,
                           std::stop_token stop = {});

// One JSON object.
std::string to_json(const RunReport& report);

}  // namespace bas::sim
