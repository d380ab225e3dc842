// PostgreSQL: a prepared `= ANY($1)` over an index that holds the whole answer, binary both ways;
// libpq, in pipeline mode when batches go ahead.
#include <fmt/format.h>
#include <postgresql/libpq-fe.h>

#include <arpa/inet.h>

#include "base/check.h"
#include "match_sides.h"

namespace bas::bench {

namespace {

constexpr std::uint32_t kTextType = 25;

void append_number(std::string& out, std::uint32_t number) {
  const std::uint32_t raw = htonl(number);
  out.append(reinterpret_cast<const char*>(&raw), sizeof raw);
}

// An array of texts in PostgreSQL's binary form.
std::string array_of(const std::vector<std::string>& texts) {
  std::string out;
  for (const std::uint32_t number :
       {1U, 0U, kTextType, static_cast<std::uint32_t>(texts.size()), 1U}) {
    append_number(out, number);
  }
  for (const std::string& text : texts) {
    append_number(out, static_cast<std::uint32_t>(text.size()));
    out += text;
  }
  return out;
}

struct Close {
  void operator()(PGconn* connection) const { PQfinish(connection); }
};

class Postgres final : public Side {
 public:
  Postgres(const Plan& plan, std::span<const Wanted> wanted)
      : plan_(plan),
        connection_(PQconnectdb(
            fmt::format("host=127.0.0.1 port={} dbname=peers user=postgres", plan.port).c_str())) {
    check(PQstatus(connection_.get()) == CONNECTION_OK);
    PGresult* made = PQprepare(
        connection_.get(), "find",
        "SELECT key, entry, list, priority FROM entries WHERE key = ANY($1::text[])", 1, nullptr);
    check(PQresultStatus(made) == PGRES_COMMAND_OK);
    PQclear(made);
    check(PQenterPipelineMode(connection_.get()) == 1);
    for (std::size_t first = 0; first < wanted.size(); first += plan.batch) {
      lay_out(wanted.subspan(first, plan.batch));
    }
  }

  void send(std::size_t batch) override {
    for (const std::string& array : arrays_[batch]) {
      const char* value = array.data();
      const int length = static_cast<int>(array.size());
      const int is_binary = 1;
      check(PQsendQueryPrepared(connection_.get(), "find", 1, &value, &length, &is_binary, 1) == 1);
    }
    check(PQpipelineSync(connection_.get()) == 1);
    check(PQflush(connection_.get()) >= 0);
  }

  void receive(std::size_t batch, const Take& take) override {
    for (std::size_t line = 1; line <= arrays_[batch].size(); ++line) {
      PGresult* rows = PQgetResult(connection_.get());
      if (PQresultStatus(rows) != PGRES_TUPLES_OK) {
        fmt::print(stderr, "postgres: {}\n", PQerrorMessage(connection_.get()));
      }
      check(PQresultStatus(rows) == PGRES_TUPLES_OK);
      for (int row = 0; row < PQntuples(rows); ++row) {
        const std::string_view entry(PQgetvalue(rows, row, 1), 16);  // uuid
        take(hash_of(entry) * (plan_.form == Form::kExact ? 1 : line));
      }
      PQclear(rows);
      check(PQgetResult(connection_.get()) == nullptr);
    }
    PGresult* sync = PQgetResult(connection_.get());
    check(PQresultStatus(sync) == PGRES_PIPELINE_SYNC);
    PQclear(sync);
  }

 private:
  // One array for a batch of exact plates, one for each read whose neighbours are asked for.
  void lay_out(std::span<const Wanted> wanted) {
    std::vector<std::string> keys;
    auto& arrays = arrays_.emplace_back();
    for (const Wanted& one : wanted) {
      if (plan_.form == Form::kExact) {
        keys.push_back(key_of(one.country, one.plate));
        continue;
      }
      for (const std::string& text : neighbours_of(one.plate)) {
        keys.push_back(key_of(one.country, text));
      }
      arrays.push_back(array_of(keys));
      keys.clear();
    }
    if (plan_.form == Form::kExact) arrays.push_back(array_of(keys));
  }

  Plan plan_;
  std::unique_ptr<PGconn, Close> connection_;
  std::vector<std::vector<std::string>> arrays_;
};

}  // namespace

std::unique_ptr<Side> make_postgres(const Plan& plan, std::span<const Wanted> wanted) {
  return std::make_unique<Postgres>(plan, wanted);
}

}  // namespace bas::bench
