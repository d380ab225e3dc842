// The steps of the schema and how a database is brought up to date.
#pragma once

#include <soci/soci.h>

#include <span>
#include <string_view>
#include <vector>

#include "base/clock.h"
#include "base/result.h"
#include "control_sql/connection.h"

namespace bas::control_sql {

// One forward-only step. `text` is SQL shared by all databases, statements ended by ";" and a
// line's end. A step that has been released never changes: databases remember its digest.
struct Migration {
  int number = 0;
  std::string_view name;
  std::string_view text;
};

// Those of the folder migrations/, in order, numbered from 1 without gaps.
std::span<const Migration> all_migrations();

// Applies what is missing, each step in a transaction of its own together with its record, so
// that a crash leaves it done or not begun. Another process may do the same at the same time.
Result<> migrate(Connection& connection, std::span<const Migration> steps, const Clock& clock);

// The number of the latest step applied, 0 for none. kRefused where the database has a step that
// is unknown here or differs; kCorrupt where it is no database of ours.
Result<int> level_of(Connection& connection, std::span<const Migration> steps);

// The statements of a step.
std::vector<std::string_view> statements_of(std::string_view text);

}  // namespace bas::control_sql
