// Rows as structs: one list of members serves as parameters and as columns of a statement.
// A row has `auto fields() { return std::tie(…); }` in the order of the SQL.
#pragma once

#include <soci/soci.h>

#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "base/id.h"
#include "base/result.h"
#include "base/time.h"

namespace bas::control_sql {

// A column that may be NULL.
template <typename T>
struct Nullable {
  T value{};
  soci::indicator indicator = soci::i_null;

  Nullable() = default;
  explicit Nullable(std::optional<T> from)
      : value(from.value_or(T{})), indicator(from ? soci::i_ok : soci::i_null) {}
  std::optional<T> get() const {
    return indicator == soci::i_ok ? std::optional<T>(value) : std::nullopt;
  }
};

// Parameters or columns without a struct of their own.
template <typename... T>
struct Values {
  std::tuple<T...> values;
  auto fields() {
    return std::apply([](T&... each) { return std::tie(each...); }, values);
  }
};
using None = Values<>;

// A statement put together from its parts.
inline std::string with(std::string_view select, std::string_view rest) {
  return std::string(select).append(rest);
}

// A statement prepared once. A parameter's name stands in the SQL once only: other databases count
// each mention. Throws soci_error.
template <typename In, typename Out = None>
class Prepared {
 public:
  Prepared(soci::session& session, std::string_view sql) : statement_(session) {
    statement_.alloc();
    statement_.prepare(std::string(sql));
    std::apply([this](auto&... field) { (this->use(field), ...); }, in.fields());
    std::apply([this](auto&... field) { (this->into(field), ...); }, out.fields());
    statement_.define_and_bind();
  }

  In in{};
  Out out{};

  // Executes with `in`; true when `out` holds a row.
  bool run() { return statement_.execute(true); }
  bool next() { return statement_.fetch(); }
  long long changed_rows() { return statement_.get_affected_rows(); }

 private:
  template <typename T>
  void use(T& field) {
    statement_.exchange(soci::use(field));
  }
  template <typename T>
  void use(Nullable<T>& field) {
    statement_.exchange(soci::use(field.value, field.indicator));
  }
  template <typename T>
  void into(T& field) {
    statement_.exchange(soci::into(field));
  }
  template <typename T>
  void into(Nullable<T>& field) {
    statement_.exchange(soci::into(field.value, field.indicator));
  }

  soci::statement statement_;
};

// Every row, turned by `decode` (Row -> Result<Value>).
template <typename Row, typename In, typename Decode>
auto select_all(soci::session& session, std::string_view sql, In in, Decode decode)
    -> Result<std::vector<typename decltype(decode(std::declval<Row&>()))::value_type>> {
  std::vector<typename decltype(decode(std::declval<Row&>()))::value_type> values;
  Prepared<In, Row> statement(session, sql);
  statement.in = std::move(in);
  for (bool more = statement.run(); more; more = statement.next()) {
    values.push_back(TRY(decode(statement.out)));
  }
  return values;
}

// The first row, if any.
template <typename Row, typename In, typename Decode>
auto select_one(soci::session& session, std::string_view sql, In in, Decode decode)
    -> Result<std::optional<typename decltype(decode(std::declval<Row&>()))::value_type>> {
  Prepared<In, Row> statement(session, sql);
  statement.in = std::move(in);
  if (!statement.run()) return std::nullopt;
  return TRY(decode(statement.out));
}

// Stored text back to its value; what does not parse was damaged: kCorrupt.
Result<Id> stored_id(const std::string& text);
Result<std::string> stored_bytes(const std::string& base64);

// An id that may be all zero is NULL then.
Nullable<std::string> nullable_id(const Id& id);
Result<Id> stored_nullable_id(const Nullable<std::string>& text);

inline long long ms_of(UtcTime time) { return time.time_since_epoch().count(); }
inline UtcTime time_of(long long ms) { return UtcTime{std::chrono::milliseconds{ms}}; }
Nullable<long long> nullable_ms(const std::optional<UtcTime>& time);
std::optional<UtcTime> nullable_time(const Nullable<long long>& ms);

// For Result::map_error: says what was being done.
inline auto while_doing(std::string_view what) {
  return [what](Error error) {
    error.text = std::string(what).append(": ").append(error.text);
    return error;
  };
}

}  // namespace bas::control_sql
