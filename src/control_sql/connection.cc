#include "control_sql/connection.h"

#include "base/log.h"

namespace bas::control_sql {

namespace {

constexpr std::size_t kReadsCacheBytes = 16U << 20U;
constexpr std::size_t kHitsCacheBytes = 4U << 20U;
// An import touches the whole index of tokens at random: 1 M entries take about 50 MB.
constexpr std::size_t kWritesCacheBytes = 64U << 20U;

void prepare(soci::session& session, ConnectionUse use) {
  switch (use) {
    case ConnectionUse::kReads:
      dialect::set_cache_bytes(session, kReadsCacheBytes);
      return dialect::forbid_changes(session);
    case ConnectionUse::kHits:
      dialect::set_cache_bytes(session, kHitsCacheBytes);
      return dialect::set_durability(session, Durability::kProcessOnly);
    case ConnectionUse::kWrites:
      dialect::set_cache_bytes(session, kWritesCacheBytes);
      return dialect::set_durability(session, Durability::kOnDisk);
    case ConnectionUse::kUpkeep: return dialect::set_durability(session, Durability::kOnDisk);
  }
}

}  // namespace

Transaction::Transaction(soci::session& session) : session_(session) {
  session_ << dialect::kBeginWrite;
}

Transaction::~Transaction() {
  if (!is_open_) return;
  try {
    session_ << "ROLLBACK";
  } catch (const soci::soci_error& error) {
    // A full or failing disk makes the database undo the transaction on its own beforehand.
    log(LogLevel::kDebug, "control_sql", "nothing left to undo: " + error.get_error_message());
  }
}

void Transaction::commit() {
  session_ << "COMMIT";
  is_open_ = false;
}

Connection::Connection(const Settings& settings) : use_(settings.use), turn_(*settings.turn) {}

Result<std::unique_ptr<Connection>> Connection::open(const Settings& settings) {
  if (settings.file.string().find('"') != std::string::npos) {
    return fail(ErrorCode::kBadInput, "the path of the database may not contain a quotation mark");
  }
  std::unique_ptr<Connection> connection(new Connection(settings));
  try {
    dialect::connect(connection->session_, settings.file, settings.busy_timeout);
    prepare(connection->session_, settings.use);
  } catch (const soci::soci_error& error) {
    Error reason = dialect::translate(error);
    return fail(reason.code, settings.file.string() + ": " + reason.text);
  }
  return connection;
}

void Connection::on_commit(dialect::LogHook told) {
  const std::lock_guard lock(mutex_);
  told_ = std::move(told);
  dialect::on_commit(session_, told_);
}

void Connection::promise(Durability durability) {
  if (durability == promised_) return;
  dialect::set_durability(session_, durability);
  promised_ = durability;
}

Result<> Connection::sync() {
  const WriteTurn::Held turn(turn_, Urgency::kHits);
  const std::lock_guard lock(mutex_);
  Result<> done;
  try {
    dialect::set_durability(session_, Durability::kOnDisk);
    Transaction transaction(session_);
    session_ << "UPDATE sync_marks SET number = number + 1 WHERE id = 1";
    transaction.commit();
  } catch (const soci::soci_error& error) {
    done = tl::make_unexpected(dialect::translate(error));
  }
  try {
    prepare(session_, use_);
  } catch (const soci::soci_error& error) {
    return tl::make_unexpected(dialect::translate(error));
  }
  return done;
}

}  // namespace bas::control_sql
