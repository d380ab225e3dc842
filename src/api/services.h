// What the resources of the API work with. Filled once by app; everything outlives the router.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "api/followers.h"
#include "api/metrics.h"
#include "api/presence.h"
#include "api/sign_in_queue.h"
#include "flow/camera_use_cases.h"
#include "flow/gated_use_cases.h"
#include "flow/list_use_cases.h"
#include "flow/oversight_use_cases.h"

namespace bas::api {

// One thing that must hold for the server to be ready. `failure` is empty when it does.
struct ReadinessCheck {
  std::string name;
  std::function<std::string()> failure;
};

// How a register fares, without a plate.
struct RegisterState {
  std::string name;
  std::string state;  // untried, well, failing or open
  std::optional<UtcTime> succeeded_at;
  std::string failure;
  std::uint64_t asked = 0;
  std::uint64_t failed = 0;
};

// How the server itself fares, as app knows it; no plate.
struct SystemFacts {
  std::string version{};
  std::uint64_t disk_free_bytes = 0;
  std::uint64_t disk_bytes = 0;
  std::uint64_t disk_floor_bytes = 0;  // below it nothing is taken any more
  std::uint64_t disk_free_at_start_bytes = 0;
  std::vector<std::pair<std::string, std::uint64_t>> stores{};  // name and bytes on disk
  std::optional<UtcTime> erased_at{};  // the last run of the expiry that ended well
  std::chrono::milliseconds erased_every{0};
  std::optional<std::chrono::milliseconds> erasure_overdue{};
  std::size_t stream_clients = 0;
  std::size_t queued_reads = 0;
  std::size_t spooled_uses = 0;  // written down, not in the ledger yet
};

struct Limits {
  std::size_t ingest_bytes_max = 20u << 20;
  std::size_t import_bytes_max = 512u << 20;
  std::size_t check_bytes_max = 4u << 20;
  std::chrono::milliseconds clock_ahead_max{60'000};
};

struct Services {
  flow::Ingest& ingest;
  flow::Directory& directory;
  flow::EntryBook& entries;
  flow::Lists& lists;
  flow::ListReports& list_reports;
  flow::ListImports& list_imports;
  flow::ListKeeper& list_keeper;
  flow::RevisionBook& revisions;
  flow::EntryActions& entry_actions;
  flow::EntryPuts& entry_puts;
  flow::LookBack& look_back;
  flow::Verdicts& verdicts;
  flow::Judging& judging;
  flow::Pursuits& pursuits;
  flow::Outlets& outlets;
  flow::Deliveries& deliveries;
  flow::ClosePlates& close_plates;
  flow::Agreements& agreements;
  flow::Holds& holds;
  flow::Previews& previews;
  flow::KnownPlatesBook& known_plates;
  flow::MisreadBook& misreads;
  flow::MisreadTally& misread_tally;
  flow::Travels& travels;
  flow::Statistics& statistics;
  flow::Searches& searches;
  flow::Gate& gate;
  flow::Desk& desk;
  flow::Openings& openings;
  flow::Purposes& purposes;
  flow::EntryOpenings& entry_openings;
  flow::Grants& grants;
  flow::Authorisations& authorisations;
  flow::LedgerBook& ledger;
  flow::Witnesses& witnesses;
  flow::UseLog& uses;
  flow::Oversight& oversight;
  flow::Audits& audits;
  flow::Transparency& transparency;
  flow::KeptRegisters& kept_registers;
  flow::SubjectPackages& subject_packages;
  flow::PlateChecks& checks;
  flow::Accounts& accounts;
  flow::Sessions& sessions;
  flow::SecondFactors& factors;
  flow::SignIns& sign_ins;
  flow::ProviderSignIns& provider_sign_ins;
  flow::TokenTrials& token_trials;
  flow::Provisioning* provisioning;  // null: no directory is configured
  flow::Quarantine& quarantine;
  flow::Activity& activity;
  net::EventHub& events;
  Metrics& metrics;
  const Clock& clock;
  // Whether a list's `source` can be opened; says what is wrong with it.
  std::function<Result<>(const List&)> check_source;
  std::function<std::vector<RegisterState>()> registers;
  std::vector<ReadinessCheck> readiness;
  Limits limits;
  UtcTime started_at{};
  std::function<SystemFacts()> system_facts{};
  std::string scim_token_file{};
  Followers followers{};
  Presence presence{};
  SignInQueue sign_in_queue{};
  SignInQueue provider_queue{};
};

}  // namespace bas::api
