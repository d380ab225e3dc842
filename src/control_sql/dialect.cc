#include "control_sql/dialect.h"

#include <soci/sqlite3/soci-sqlite3.h>

#include <string_view>

namespace bas::control_sql::dialect {

namespace {

int tell_pages(void* hook, sqlite_api::sqlite3*, const char*, int pages) {
  (*static_cast<LogHook*>(hook))(pages);
  return SQLITE_OK;
}

Error refused(int code, const std::string& message) {
  if (message.find("FOREIGN KEY") != std::string::npos) {
    return {ErrorCode::kNotFound, "it refers to something that is not there"};
  }
  constexpr std::string_view kUnique = "UNIQUE constraint failed: ";
  const auto at = message.find(kUnique);
  if (at != std::string::npos) {
    return {ErrorCode::kConflict, "already taken: " + message.substr(at + kUnique.size())};
  }
  return {ErrorCode::kBadInput,
          "the database refuses the value (code " + std::to_string(code) + "): " + message};
}

std::string with_cure(const std::string& message, std::string_view cure) {
  return std::string("the database says \"").append(message).append("\": ").append(cure);
}

}  // namespace

void connect(soci::session& session, const std::filesystem::path& file,
             std::chrono::milliseconds busy_timeout) {
  session.open(soci::sqlite3, "db=\"" + file.string() + "\"");
  session << "PRAGMA busy_timeout=" + std::to_string(busy_timeout.count());
  session << "PRAGMA journal_mode=WAL";
  session << "PRAGMA foreign_keys=ON";
  session << "PRAGMA temp_store=MEMORY";
  session << "PRAGMA wal_autocheckpoint=0";  // see Checkpointer
}

void forbid_changes(soci::session& session) { session << "PRAGMA query_only=ON"; }

void set_durability(soci::session& session, Durability durability) {
  session << (durability == Durability::kOnDisk ? "PRAGMA synchronous=FULL"
                                                : "PRAGMA synchronous=NORMAL");
}

void set_cache_bytes(soci::session& session, std::size_t bytes) {
  session << "PRAGMA cache_size=-" + std::to_string(bytes / 1024);
}

bool has_table(soci::session& session, const std::string& name) {
  int count = 0;
  session << "SELECT COUNT(*) FROM sqlite_master WHERE type = 'table' AND name = :name",
      soci::use(name), soci::into(count);
  return count > 0;
}

bool has_any_table(soci::session& session) {
  int count = 0;
  session << "SELECT COUNT(*) FROM sqlite_master WHERE type = 'table'", soci::into(count);
  return count > 0;
}

void on_commit(soci::session& session, LogHook& hook) {
  auto* backend = static_cast<soci::sqlite3_session_backend*>(session.get_backend());
  sqlite_api::sqlite3_wal_hook(backend->conn_, tell_pages, &hook);
}

void checkpoint(soci::session& session) { session << "PRAGMA wal_checkpoint(PASSIVE)"; }

std::string first_damage(soci::session& session) {
  std::string finding;
  session << "PRAGMA quick_check(1)", soci::into(finding);
  return finding == "ok" ? std::string() : finding;
}

Error translate(const soci::soci_error& error) {
  // what() would add the bound values: names and digests have no place in an error text.
  const std::string message = error.get_error_message();
  const auto* of_sqlite = dynamic_cast<const soci::sqlite3_soci_error*>(&error);
  const int code = of_sqlite == nullptr ? SQLITE_ERROR : of_sqlite->result() & 0xFF;
  switch (code) {
    case SQLITE_CONSTRAINT: return refused(code, message);
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return {ErrorCode::kUnavailable,
              "the database is kept busy by another process: try again, and end what holds it"};
    case SQLITE_NOTADB:
    case SQLITE_CORRUPT:
      return {ErrorCode::kCorrupt,
              with_cure(message, "the file is damaged or no database; restore a backup")};
    case SQLITE_FULL: return {ErrorCode::kUnavailable, with_cure(message, "make room on the disk")};
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
    case SQLITE_READONLY:
      return {
          ErrorCode::kUnavailable,
          with_cure(message, "check that the folder exists and that this user may write there")};
    default:
      return {ErrorCode::kUnavailable,
              with_cure(message, "check the disk (code " + std::to_string(code) + ")")};
  }
}

}  // namespace bas::control_sql::dialect
