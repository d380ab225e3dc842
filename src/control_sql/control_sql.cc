#include "control_sql/control_sql.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "control_sql/checkpointer.h"
#include "control_sql/migrations.h"
#include "control_sql/stores.h"

namespace bas::control_sql {

namespace {

const SystemClock kSystemClock;

// Makes an empty file that only this user may open, where there is none. The library would take
// the process's umask.
Result<> make_private_file(const std::filesystem::path& file) {
  const int descriptor = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (descriptor < 0) {
    return fail(ErrorCode::kUnavailable,
                file.string() + " cannot be opened (" + std::strerror(errno) +
                    "): check that the folder exists and that this user may write there");
  }
  ::close(descriptor);
  return {};
}

}  // namespace

struct ControlSql::Parts {
  WriteTurn turn;
  std::unique_ptr<Connection> reads;
  std::unique_ptr<Connection> hit_writes;
  std::unique_ptr<Connection> writes;
  std::unique_ptr<ProvinceStore> province;
  std::unique_ptr<ListStore> lists;
  std::unique_ptr<RevisionStore> revisions;
  std::unique_ptr<PaperStore> papers;
  std::unique_ptr<HitStore> hits;
  std::unique_ptr<HitFacts> hit_facts;
  std::unique_ptr<PursuitStore> pursuits;
  std::unique_ptr<DeliveryStore> deliveries;
  std::unique_ptr<AccountStore> accounts;
  std::unique_ptr<QuarantineStore> quarantine;
  std::unique_ptr<Connection> upkeep;
  std::unique_ptr<Checkpointer> checkpointer;

  Result<std::unique_ptr<Connection>> connect(const Settings& settings, ConnectionUse use) {
    return Connection::open({settings.file, settings.busy_timeout, use, &turn});
  }
};

ControlSql::ControlSql(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
ControlSql::~ControlSql() = default;

Result<std::unique_ptr<ControlSql>> ControlSql::open(Settings settings) {
  const Clock& clock = settings.clock == nullptr ? kSystemClock : *settings.clock;
  auto parts = std::make_unique<Parts>();
  TRY(make_private_file(settings.file));
  parts->writes = TRY(parts->connect(settings, ConnectionUse::kWrites));
  if (auto done = migrate(*parts->writes, all_migrations(), clock); !done) {
    return fail(done.error().code, settings.file.string() + ": " + done.error().text);
  }
  parts->hit_writes = TRY(parts->connect(settings, ConnectionUse::kHits));
  parts->reads = TRY(parts->connect(settings, ConnectionUse::kReads));
  parts->upkeep = TRY(parts->connect(settings, ConnectionUse::kUpkeep));
  parts->checkpointer = std::make_unique<Checkpointer>(
      Checkpointer::Settings{.upkeep = *parts->upkeep, .turn = parts->turn});
  for (Connection* writer : {parts->writes.get(), parts->hit_writes.get()}) {
    writer->on_commit([&to = *parts->checkpointer](int pages) { to.note(pages); });
  }
  const Connections connections{*parts->reads, *parts->hit_writes, *parts->writes};
  parts->province = make_province_store(connections);
  parts->lists = make_list_store(connections);
  parts->revisions = make_revision_store(connections);
  parts->papers = make_paper_store(connections);
  parts->hits = make_hit_store(connections);
  parts->hit_facts = make_hit_facts(connections);
  parts->pursuits = make_pursuit_store(connections);
  parts->deliveries = make_delivery_store(connections);
  parts->accounts = make_account_store(connections);
  parts->quarantine = make_quarantine_store(connections);
  return std::unique_ptr<ControlSql>(new ControlSql(std::move(parts)));
}

Result<MigrationStatus> ControlSql::status(const Settings& settings) {
  MigrationStatus status;
  if (std::filesystem::exists(settings.file)) {
    Parts parts;
    const auto connection = TRY(parts.connect(settings, ConnectionUse::kReads));
    status.level = TRY(level_of(*connection, all_migrations()));
  }
  for (const Migration& step : all_migrations()) {
    if (step.number > status.level) {
      status.pending.push_back({step.number, std::string(step.name)});
    }
  }
  return status;
}

Result<> ControlSql::verify() {
  return parts_->reads->read([](soci::session& session) -> Result<> {
    const std::string finding = dialect::first_damage(session);
    if (finding.empty()) return {};
    return fail(ErrorCode::kCorrupt, "the database is damaged (" + finding + "): restore a backup");
  });
}

ProvinceStore& ControlSql::province() { return *parts_->province; }
ListStore& ControlSql::lists() { return *parts_->lists; }
RevisionStore& ControlSql::revisions() { return *parts_->revisions; }
PaperStore& ControlSql::papers() { return *parts_->papers; }
HitStore& ControlSql::hits() { return *parts_->hits; }
HitFacts& ControlSql::hit_facts() { return *parts_->hit_facts; }
PursuitStore& ControlSql::pursuits() { return *parts_->pursuits; }
DeliveryStore& ControlSql::deliveries() { return *parts_->deliveries; }
AccountStore& ControlSql::accounts() { return *parts_->accounts; }
QuarantineStore& ControlSql::quarantine() { return *parts_->quarantine; }

}  // namespace bas::control_sql
