// Everything that SQLite says in its own way. Another database is another file like this one;
// all other SQL of this folder is shared.
#pragma once

#include <soci/soci.h>

#include <chrono>
#include <filesystem>
#include <functional>
#include <string>

#include "base/result.h"

namespace bas::control_sql {

enum class Durability {
  kOnDisk,       // a commit is on disk when it returns
  kProcessOnly,  // a commit survives the process; the machine only after the next kOnDisk commit
};

namespace dialect {

// Opens an existing or new file: write-ahead log, foreign keys, busy timeout. Throws soci_error.
void connect(soci::session& session, const std::filesystem::path& file,
             std::chrono::milliseconds busy_timeout);
// From now on the session may not change anything.
void forbid_changes(soci::session& session);
// How commits of this session behave from now on. Not inside a transaction.
void set_durability(soci::session& session, Durability durability);
// Pages the session may keep in memory.
void set_cache_bytes(soci::session& session, std::size_t bytes);

// Begins a transaction that holds the right to write from the start.
inline constexpr const char* kBeginWrite = "BEGIN IMMEDIATE";

bool has_table(soci::session& session, const std::string& name);
bool has_any_table(soci::session& session);

// Called after each commit of this session with the pages of the write-ahead log.
using LogHook = std::function<void(int pages)>;
// `hook` outlives the session.
void on_commit(soci::session& session, LogHook& hook);

// Moves the write-ahead log into the main file as far as nobody reads from it, without waiting.
void checkpoint(soci::session& session);
// Looks at every page; empty when all are well, else what the first finding was.
std::string first_damage(soci::session& session);

// What a failure means. Never contains bound values.
Error translate(const soci::soci_error& error);

}  // namespace dialect
}  // namespace bas::control_sql
