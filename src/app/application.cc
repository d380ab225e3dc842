#include "app/application.h"

#include <fmt/format.h>

#include <limits>

#include "api/desk_stream.h"
#include "api/routes.h"
#include "app/desk_fan.h"
#include "app/desk_parts.h"
#include "app/engines.h"
#include "app/regime.h"
#include "app/register_parts.h"
#include "app/running.h"
#include "app/web_files.h"

namespace bas::app {

// In the order in which they are built; each uses only what stands above it.
struct Application::Parts {
  ApplicationSettings settings;
  DataFolder folder;
  SystemClock clock;
  SystemRandom random;
  api::Metrics metrics;
  flow::Activity activity;
  policy::Regime regime;
  std::unique_ptr<flow::Terms> terms;
  std::unique_ptr<vault::Vault> vault;
  std::unique_ptr<control_sql::ControlSql> control;
  std::unique_ptr<ReadStore> reads;
  std::unique_ptr<BlobStore> blobs;
  std::unique_ptr<HeldStore> held;
  std::unique_ptr<flow::ReadSealer> read_sealer;
  std::unique_ptr<flow::HitSealer> hit_sealer;
  std::unique_ptr<flow::Directory> directory;
  std::unique_ptr<flow::EntryBook> entries;
  std::unique_ptr<flow::Reads> openers;
  std::unique_ptr<LedgerParts> ledger;
  std::unique_ptr<ProviderParts> provider;
  std::unique_ptr<GateParts> gate;
  std::unique_ptr<net::EventHub> events;
  std::unique_ptr<api::DeskStream> desks;
  std::unique_ptr<OutletParts> outlets;
  std::unique_ptr<flow::PursuitRecords> pursuit_records;
  std::unique_ptr<flow::PursuitSightings> sightings;
  std::unique_ptr<DeskFan> fan;
  std::unique_ptr<flow::RepeatGuard> guard;
  std::unique_ptr<flow::MisreadTally> tally;
  std::unique_ptr<flow::Travels> travels;
  std::unique_ptr<flow::PassageCounts> passages;
  std::unique_ptr<flow::Statistics> statistics;
  std::unique_ptr<RegisterParts> registers;
  std::unique_ptr<flow::HitMaker> hits;
  std::unique_ptr<flow::Ingest> ingest;
  std::unique_ptr<flow::Quarantine> quarantine;
  std::unique_ptr<flow::PlateChecks> checks;
  std::unique_ptr<ListParts> lists;
  std::unique_ptr<DeskParts> desk;
  std::unique_ptr<api::Services> services;
  std::shared_ptr<net::Router> router = std::make_shared<net::Router>();
  std::unique_ptr<net::Server> server;
  std::string address;  // while listening
  std::uint64_t disk_free_at_start_bytes = 0;

  Result<> open_stores();
  Result<> open_province();
  Result<> open_ledger();
  Result<> open_flows();
  Result<> open_api();
  std::vector<api::ReadinessCheck> readiness() const;
  std::function<Result<>(const List&)> source_check() const;
  api::SystemFacts system_facts() const;
  void connect_metrics();
  void begin_system_facts();
  double witness_age() const;
};

namespace {

// A hit is told as over this much after its end; nobody can validate it from the end on.
constexpr std::chrono::seconds kHitClockEvery{2};
constexpr std::chrono::minutes kTravelsSavedEvery{10};
constexpr std::chrono::minutes kPassagesSavedEvery{10};
constexpr std::chrono::seconds kPursuitsEndedEvery{5};

double free_bytes(const std::filesystem::path& folder) {
  std::error_code failure;
  const auto space = std::filesystem::space(folder, failure);
  return failure ? 0 : static_cast<double>(space.available);
}

}  // namespace

Result<> Application::Parts::open_stores() {
  TRY(folder.prepare());
  regime = TRY(regime_of(settings.regime));
  const auto kek_file = settings.kek_file.empty() ? folder.default_kek_file() : settings.kek_file;
  vault = TRY(vault::Vault::open({.keys_folder = folder.keys(), .kek_file = kek_file}, random));
  control = TRY(control_sql::ControlSql::open({.file = folder.control_file()}));
  reads = TRY(store_rocks::RocksReadStore::open(
      {.folder = folder.reads(), .cache_bytes = settings.cache_bytes}));
  held = std::make_unique<blobs_fs::FileHeldStore>(folder.holds());
  blobs = TRY(blobs_fs::FileBlobStore::open(
      {.folder = folder.pictures(), .free_bytes_min = settings.disk_free_bytes_min}));
  return {};
}

Result<> Application::Parts::open_province() {
  terms = TRY(flow::Terms::open({regime, clock, folder.terms()}));
  vault->close_before(terms->first_open_day());
  read_sealer = std::make_unique<flow::ReadSealer>(*vault, terms.get());
  hit_sealer = std::make_unique<flow::HitSealer>(*vault, terms.get());
  directory = TRY(flow::Directory::open({control->province(), clock, random}));
  entries = TRY(flow::EntryBook::open({control->lists(), *vault}, random.next()));
  openers = std::make_unique<flow::Reads>(
      flow::Reads::Parts{*reads, *blobs, control->hits(), *read_sealer, *hit_sealer});
  return {};
}

Result<> Application::Parts::open_flows() {
  settings.events.version = BAS_VERSION;
  events = std::make_unique<net::EventHub>(settings.events, clock);
  desks = std::make_unique<api::DeskStream>(
      api::DeskStream::Parts{*events, *directory, control->lists(), metrics, clock});
  const auto count = [this](OutletAnswer::Verdict verdict) {
    metrics.note_delivery(kAnswerVerdictNames.of(verdict));
  };
  outlets = TRY(OutletParts::open({settings.outward, gate->papers, control->deliveries(),
                                   control->lists(), count, clock, random}));
  const auto tell = [this](const flow::PursuitNews& news) {
    desks->pursuit_changed(news);
    outlets->desk->pursuit_changed(news);
  };
  pursuit_records = std::make_unique<flow::PursuitRecords>(
      flow::PursuitRecords::Parts{control->pursuits(), *vault, tell, clock});
  sightings = std::make_unique<flow::PursuitSightings>(*pursuit_records, *openers);
  TRY(sightings->load());
  fan = std::make_unique<DeskFan>(*desks, *sightings, *outlets->desk);
  guard = std::make_unique<flow::RepeatGuard>(clock, settings.repeat_guard);
  TRY(guard->load(control->hits()));
  tally = TRY(flow::MisreadTally::open(
      {*entries, control->lists(), *directory, clock, folder.misread_tally()}, random));
  travels = TRY(flow::Travels::open({clock, folder.travel_times()}, random));
  passages = TRY(flow::PassageCounts::open({clock, folder.passage_counts()}));
  statistics = std::make_unique<flow::Statistics>(
      flow::Statistics::Parts{control->hit_facts(), control->lists(), *directory, *hit_sealer,
                              *passages, clock, terms.get()});
  const auto share = [this](std::span<const Hit> made) { return gate->sharing.share(made); };
  hits = TRY(flow::HitMaker::open({*entries, control->hits(), *hit_sealer, *guard, share, *fan,
                                   *directory, clock, random, settings.incident_window}));
  const auto passed = [this](const Read& read) {
    tally->passed(read);
    travels->passed(read);
    passages->passed(read);
  };
  ingest = TRY(flow::Ingest::open({*vault, *read_sealer, *reads, *blobs, *hits, control->hits(),
                                   activity, passed, clock, random},
                                  settings.ingest));
  outlets->catch_up(control->hits(), *openers, *pursuit_records);
  quarantine = std::make_unique<flow::Quarantine>(
      flow::Quarantine::Parts{control->quarantine(), *blobs, *vault, activity, clock, random,
                              settings.quarantine_bytes_per_camera});
  checks = std::make_unique<flow::PlateChecks>(
      flow::PlateChecks::Parts{*entries, control->lists(), clock});
  registers = TRY(RegisterParts::open(settings.registers_file, clock, random));
  lists = TRY(ListParts::open({settings, *control, *vault, *openers, *entries, *guard, *tally,
                               *registers, *fan, clock, random}));
  desk = std::make_unique<DeskParts>(
      DeskParts::Uses{*control, *openers, *lists, *gate, *pursuit_records, regime, clock, random});
  return {};
}

Result<> Application::Parts::open_ledger() {
  const auto or_beside = [](const std::filesystem::path& named, std::filesystem::path beside) {
    return named.empty() ? beside : named;
  };
  ledger = TRY(LedgerParts::open(
      {.folder = folder.ledger(),
       .keys_folder = folder.ledger_keys(),
       .kek_file = or_beside(settings.kek_file, folder.default_kek_file()),
       .key_file = or_beside(settings.ledger_key_file, folder.default_ledger_key_file()),
       .origin = settings.ledger_origin,
       .witnesses_file = settings.ledger_witnesses_file,
       .witnessed_file = folder.ledger_witnessed(),
       .spool_file = folder.ledger_spool()},
      clock, random));
  TRY(ledger->note_start(BAS_VERSION, regime.sha256));
  provider = TRY(ProviderParts::open(settings.provider, clock));
  gate = std::make_unique<GateParts>(
      GateParts::Uses{*control, *directory, *entries, *reads, *blobs, *held, *read_sealer, *openers,
                      *vault, *ledger, regime, settings.impact_assessment, folder.erasing(),
                      settings.session_terms, *provider, clock, random});
  return {};
}

Result<> Application::Parts::open_api() {
  services = std::unique_ptr<api::Services>(
      new api::Services{.ingest = *ingest,
                        .directory = *directory,
                        .entries = *entries,
                        .lists = lists->lists,
                        .list_reports = lists->reports,
                        .list_imports = lists->imports,
                        .list_keeper = lists->keeper,
                        .revisions = lists->revisions,
                        .entry_actions = lists->entry_actions,
                        .entry_puts = desk->entry_puts,
                        .look_back = gate->look_back,
                        .verdicts = lists->verdicts,
                        .judging = desk->judging,
                        .pursuits = desk->pursuits,
                        .outlets = *outlets->outlets,
                        .deliveries = *outlets->deliveries,
                        .close_plates = gate->close_plates,
                        .agreements = gate->agreements,
                        .holds = gate->holds,
                        .previews = lists->previews,
                        .known_plates = lists->known_plates,
                        .misreads = lists->misreads,
                        .misread_tally = *tally,
                        .travels = *travels,
                        .statistics = *statistics,
                        .searches = gate->searches,
                        .gate = gate->gate,
                        .desk = gate->desk,
                        .openings = gate->openings,
                        .purposes = gate->purposes,
                        .entry_openings = gate->entry_openings,
                        .grants = gate->grants,
                        .authorisations = gate->authorisations,
                        .ledger = *ledger->book,
                        .witnesses = *ledger->witnesses,
                        .uses = *ledger->uses,
                        .oversight = gate->oversight,
                        .audits = gate->audits,
                        .transparency = gate->transparency,
                        .kept_registers = gate->kept_registers,
                        .subject_packages = gate->subject_packages,
                        .checks = *checks,
                        .accounts = gate->people.accounts,
                        .sessions = gate->people.sessions,
                        .factors = gate->people.factors,
                        .sign_ins = gate->people.sign_ins,
                        .provider_sign_ins = gate->people.provider_sign_ins,
                        .token_trials = gate->people.token_trials,
                        .provisioning = gate->people.directory(),
                        .quarantine = *quarantine,
                        .activity = activity,
                        .events = *events,
                        .metrics = metrics,
                        .clock = clock,
                        .check_source = source_check(),
                        .registers = [this] { return registers->states(); },
                        .readiness = readiness(),
                        .limits = {}});
  services->scim_token_file = settings.provider.scim_token_file.string();
  services->limits.ingest_bytes_max = settings.ingest_bytes_max;
  services->limits.clock_ahead_max = settings.clock_ahead_max;
  services->limits.import_bytes_max = settings.import_bytes_max;
  begin_system_facts();
  connect_metrics();
  api::add_routes(*router, *services);
  return add_web_files(*router, settings.web_folder);
}

void Application::Parts::begin_system_facts() {
  services->started_at = clock.now();
  disk_free_at_start_bytes = static_cast<std::uint64_t>(free_bytes(folder.root));
  services->system_facts = [this] { return system_facts(); };
}

std::vector<api::ReadinessCheck> Application::Parts::readiness() const {
  return {
      {"control database",
       [this] {
         const auto zones = control->province().zones();
         return zones ? std::string() : zones.error().text;
       }},
      {"vault",
       [this] {
         const auto keys = vault->keys(brussels_day(clock.now()));
         return keys ? std::string() : keys.error().text;
       }},
      {"read store",
       [this] {
         const auto untold = reads->untold(1);
         return untold ? std::string() : untold.error().text;
       }},
      {"free disk",
       [this] {
         const bool is_enough =
             free_bytes(folder.root) > static_cast<double>(settings.disk_free_bytes_min);
         return is_enough ? "" : "below the floor: free some space or raise storage.disk_free_min";
       }},
  };
}

std::function<Result<>(const List&)> Application::Parts::source_check() const {
  return [this](const List& list) -> Result<> {
    TRY(lists->open_source(list));
    return {};
  };
}

// Without end where nobody ever cosigned.
double Application::Parts::witness_age() const {
  const auto seen = ledger->witnesses->seen_at();
  if (!seen) return std::numeric_limits<double>::infinity();
  return std::chrono::duration<double>(clock.now() - *seen).count();
}

api::SystemFacts Application::Parts::system_facts() const {
  std::error_code failure;
  const auto space = std::filesystem::space(folder.root, failure);
  api::SystemFacts facts;
  facts.version = BAS_VERSION;
  facts.disk_free_bytes = failure ? 0 : space.available;
  facts.disk_bytes = failure ? 0 : space.capacity;
  facts.disk_floor_bytes = settings.disk_free_bytes_min;
  facts.disk_free_at_start_bytes = disk_free_at_start_bytes;
  facts.stores = store_sizes(folder);
  facts.erased_at = gate->retention.ran_at();
  facts.erased_every = settings.retention_every;
  facts.erasure_overdue = gate->retention.overdue(*terms);
  facts.stream_clients = events->clients();
  facts.queued_reads = ingest->queued_reads();
  facts.spooled_uses = ledger->spool->waiting();
  return facts;
}

void Application::Parts::connect_metrics() {
  const auto resets = [this] {
    std::uint64_t sum = 0;
    for (std::size_t i = 0; i < net::kResetCount; ++i) {
      sum += events->resets(static_cast<net::Reset>(i));
    }
    return static_cast<double>(sum);
  };
  metrics.set_gauges(
      {.stream_clients = [this] { return static_cast<double>(events->clients()); },
       .queued_reads = [this] { return static_cast<double>(ingest->queued_reads()); },
       .entries = [this] { return static_cast<double>(entries->size()); },
       .entry_bytes = [this] { return static_cast<double>(entries->approximate_bytes()); },
       .disk_free_bytes = [this] { return free_bytes(folder.root); },
       .stream_resets = resets,
       .witness_age_seconds = [this] { return witness_age(); },
       .spooled_uses = [this] { return static_cast<double>(ledger->spool->waiting()); },
       .erasure_overdue_seconds =
           [this] {
             const auto late = gate->retention.overdue(*terms);
             return late ? std::chrono::duration<double>(*late).count() : 0.0;
           },
       .disabled_outlets = [this] { return outlets->disabled(); }});
}

Application::Application(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
Application::~Application() { stop(); }

Result<std::unique_ptr<Application>> Application::open(ApplicationSettings settings) {
  auto parts = std::make_unique<Parts>();
  parts->folder.root = settings.data_folder;
  parts->settings = std::move(settings);
  TRY(parts->open_stores());
  TRY(parts->open_province());
  TRY(parts->open_ledger());
  TRY(parts->open_flows());
  TRY(parts->open_api());
  return std::unique_ptr<Application>(new Application(std::move(parts)));
}

Result<std::uint16_t> Application::listen() {
  const auto observe = [this](const net::AnswerRecord& record) {
    parts_->metrics.note_answer(
        {.method = record.method, .route = record.pattern, .status = record.status});
  };
  const net::ServerSettings& wanted = parts_->settings.server;
  parts_->server = TRY(net::Server::open(wanted, parts_->router, observe));
  const std::uint16_t port = parts_->server->port();
  const auto scheme = wanted.tls ? "https" : "http";
  parts_->address = fmt::format("{}://{}:{}", scheme, wanted.address, port);
  TRY(note_running(parts_->address, parts_->folder));
  parts_->ledger->witnesses->start(parts_->settings.witness_every);
  parts_->gate->retention.start(*parts_->terms, parts_->settings.retention_every);
  parts_->desk->hit_clock.start(kHitClockEvery);
  parts_->travels->start(kTravelsSavedEvery);
  parts_->passages->start(kPassagesSavedEvery);
  parts_->desk->pursuits.start(kPursuitsEndedEvery);
  parts_->sightings->start();
  parts_->outlets->deliveries->start();
  parts_->gate->audits.start(std::chrono::hours(1));
  parts_->gate->kept_registers.start(std::chrono::hours(1));
  parts_->lists->keeper.start({parts_->settings.list_tick});
  return port;
}

void Application::stop() {
  if (parts_->server) {
    parts_->events->close_all(net::Reset::kRestart);
    parts_->server->stop();
    parts_->server.reset();
    forget_running(parts_->address, parts_->folder);
  }
  parts_->ingest->stop();
}

const net::Router& Application::router() const { return *parts_->router; }

}  // namespace bas::app
