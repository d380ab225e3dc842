#include "control_sql/migrations.h"

#include "base/check.h"
#include "base/encode.h"
#include "control_sql/rows.h"

namespace bas::control_sql {

namespace {

constexpr Migration kMigrations[] = {
#include "migration_rows.inc"
};

constexpr const char* kRecords = "schema_steps";

std::string digest_of(const Migration& step) { return to_hex(sha256(step.text)); }

// A step that the database remembers against the one of the same number here.
Result<> compare(int number, const std::string& digest, std::span<const Migration> steps) {
  if (number > static_cast<int>(steps.size())) {
    return fail(ErrorCode::kRefused,
                "the database has schema step " + std::to_string(number) + ", this program knows " +
                    std::to_string(steps.size()) +
                    ": start the newer version of BAS, or restore a backup made by this one");
  }
  const Migration& step = steps[static_cast<std::size_t>(number) - 1];
  if (digest != digest_of(step)) {
    return fail(ErrorCode::kRefused,
                "schema step " + std::to_string(number) + " (" + std::string(step.name) +
                    ") of the database is not the one of this program: install an official "
                    "version of BAS, or restore a backup");
  }
  return {};
}

Result<int> level_in(soci::session& session, std::span<const Migration> steps) {
  if (!dialect::has_table(session, kRecords)) {
    if (!dialect::has_any_table(session)) return 0;
    return fail(ErrorCode::kCorrupt,
                "the file holds a database that is not of BAS: name another file, or move it away");
  }
  Prepared<None, Values<int, std::string>> select(
      session, "SELECT number, digest FROM schema_steps ORDER BY number");
  int level = 0;
  for (bool more = select.run(); more; more = select.next()) {
    const auto& [number, digest] = select.out.values;
    TRY(compare(number, digest, steps));
    level = number;
  }
  return level;
}

void make_records(soci::session& session) {
  session << "CREATE TABLE schema_steps (number INTEGER NOT NULL PRIMARY KEY, name TEXT NOT NULL, "
             "digest TEXT NOT NULL, applied_at BIGINT NOT NULL, duration_ms BIGINT NOT NULL)";
}

void apply(soci::session& session, const Migration& step, const Clock& clock) {
  const auto start = clock.steady_now();
  for (const std::string_view statement : statements_of(step.text)) {
    session << std::string(statement);
  }
  using std::chrono::duration_cast;
  using std::chrono::milliseconds;
  const auto duration = duration_cast<milliseconds>(clock.steady_now() - start);
  Prepared<Values<int, std::string, std::string, long long, long long>> record(
      session,
      "INSERT INTO schema_steps (number, name, digest, applied_at, duration_ms) VALUES (:number, "
      ":name, :digest, :applied, :duration)");
  record.in.values = {step.number, std::string(step.name), digest_of(step), ms_of(clock.now()),
                      duration.count()};
  record.run();
}

// Applies the step after the level of the database, which another process may have raised.
Result<> next(soci::session& session, std::span<const Migration> steps, const Clock& clock) {
  const int level = TRY(level_in(session, steps));
  if (level == static_cast<int>(steps.size())) return {};
  if (level == 0 && !dialect::has_table(session, kRecords)) make_records(session);
  const Migration& step = steps[static_cast<std::size_t>(level)];
  check(step.number == level + 1);
  apply(session, step, clock);
  return {};
}

}  // namespace

std::span<const Migration> all_migrations() { return kMigrations; }

Result<> migrate(Connection& connection, std::span<const Migration> steps, const Clock& clock) {
  while (TRY(level_of(connection, steps)) < static_cast<int>(steps.size())) {
    const auto apply_next = [&](soci::session& session) { return next(session, steps, clock); };
    TRY(connection.write(apply_next));
  }
  return {};
}

Result<int> level_of(Connection& connection, std::span<const Migration> steps) {
  return connection.read([&](soci::session& session) { return level_in(session, steps); });
}

std::vector<std::string_view> statements_of(std::string_view text) {
  std::vector<std::string_view> statements;
  while (!text.empty()) {
    const auto end = text.find(";\n");
    const std::string_view statement = text.substr(0, end);
    if (statement.find_first_not_of(" \n;") != std::string_view::npos) {
      statements.push_back(statement);
    }
    if (end == std::string_view::npos) break;
    text.remove_prefix(end + 2);
  }
  return statements;
}

}  // namespace bas::control_sql
