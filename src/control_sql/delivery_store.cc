#include "base/check.h"
#include "control_sql/rows.h"
#include "control_sql/stores.h"

namespace bas::control_sql {

namespace {

struct DeliveryRow {
  std::string id, outlet, event, object, happening;
  long long happened_at = 0;
  std::string state;
  int attempts = 0;
  long long due_at = 0;
  Nullable<long long> tried_at;
  int status = 0;
  long long duration_ms = 0;
  std::string failure;
  auto fields() {
    return std::tie(id, outlet, event, object, happening, happened_at, state, attempts, due_at,
                    tried_at, status, duration_ms, failure);
  }
};

DeliveryRow delivery_row(const OutletDelivery& one) {
  return {to_string(one.id),
          to_string(one.outlet),
          std::string(kOutletEventNames.of(one.event)),
          to_string(one.object),
          one.key,
          ms_of(one.happened_at),
          std::string(kDeliveryStateNames.of(one.state)),
          one.attempts,
          ms_of(one.due_at),
          nullable_ms(one.tried_at),
          one.status,
          one.duration.count(),
          one.failure};
}

Result<OutletDelivery> decode_delivery(const DeliveryRow& row) {
  const auto event = kOutletEventNames.find(row.event);
  const auto state = kDeliveryStateNames.find(row.state);
  if (!event || !state) {
    return fail(ErrorCode::kCorrupt, "a stored delivery is not as written: restore a backup");
  }
  OutletDelivery one;
  one.id = TRY(stored_id(row.id));
  one.outlet = TRY(stored_id(row.outlet));
  one.event = *event;
  one.object = TRY(stored_id(row.object));
  one.key = row.happening;
  one.happened_at = time_of(row.happened_at);
  one.state = *state;
  one.attempts = row.attempts;
  one.due_at = time_of(row.due_at);
  one.tried_at = nullable_time(row.tried_at);
  one.status = row.status;
  one.duration = std::chrono::milliseconds{row.duration_ms};
  one.failure = row.failure;
  return one;
}

constexpr std::string_view kSelectDeliveries =
    "SELECT id, outlet, event, object, happening, happened_at, state, attempts, due_at, tried_at, "
    "status, duration_ms, failure FROM outlet_deliveries ";

constexpr std::string_view kAddDelivery =
    "INSERT INTO outlet_deliveries (id, outlet, event, object, happening, happened_at, state, "
    "attempts, due_at, tried_at, status, duration_ms, failure) VALUES (:id, :outlet, :event, "
    ":object, :happening, :happened, :state, :attempts, :due, :tried, :status, :duration, "
    ":failure) ON CONFLICT (outlet, event, object, happening) DO NOTHING";

using AttemptIn = Values<std::string, int, long long, Nullable<long long>, int, long long,
                         std::string, std::string>;
constexpr std::string_view kNoteAttempt =
    "UPDATE outlet_deliveries SET state = :state, attempts = :attempts, due_at = :due, tried_at = "
    ":tried, status = :status, duration_ms = :duration, failure = :failure WHERE id = :id";

// Behind every id there is.
constexpr const char* kBehindEveryDelivery = "~";

class SqlDeliveryStore final : public DeliveryStore {
 public:
  explicit SqlDeliveryStore(const Connections& connections) : connections_(connections) {}

  Result<std::size_t> add(std::span<const OutletDelivery> deliveries) override {
    return write([&](soci::session& session) -> Result<std::size_t> {
      Prepared<DeliveryRow> insert(session, kAddDelivery);
      std::size_t added = 0;
      for (const OutletDelivery& one : deliveries) {
        insert.in = delivery_row(one);
        insert.run();
        added += insert.changed_rows() > 0 ? 1 : 0;
      }
      return added;
    });
  }

  Result<std::optional<OutletDelivery>> due(const Id& outlet, UtcTime now) override {
    return connections_.reads.read([&](soci::session& session) {
      return select_one<DeliveryRow>(
          session,
          with(kSelectDeliveries,
               "WHERE outlet = :outlet AND state = 'waiting' AND due_at "
               "<= :now ORDER BY due_at, id LIMIT 1"),
          Values<std::string, long long>{{to_string(outlet), ms_of(now)}}, decode_delivery);
    });
  }

  Result<> note(const OutletDelivery& one) override {
    return write([&](soci::session& session) -> Result<> {
      Prepared<AttemptIn> update(session, kNoteAttempt);
      const DeliveryRow row = delivery_row(one);
      update.in.values = {row.state,  row.attempts,    row.due_at,  row.tried_at,
                          row.status, row.duration_ms, row.failure, row.id};
      update.run();
      if (update.changed_rows() > 0) return {};
      return fail(ErrorCode::kNotFound, "there is no such delivery any more");
    });
  }

  Result<std::optional<OutletDelivery>> delivery(const Id& id) override {
    return connections_.reads.read([&](soci::session& session) {
      return select_one<DeliveryRow>(session, with(kSelectDeliveries, "WHERE id = :id"),
                                     Values<std::string>{{to_string(id)}}, decode_delivery);
    });
  }

  Result<std::vector<OutletDelivery>> deliveries(const DeliveryPage& page) override {
    const std::string before =
        page.before.is_zero() ? kBehindEveryDelivery : to_string(page.before);
    const std::string state(page.state ? kDeliveryStateNames.of(*page.state) : "%");
    return connections_.reads.read([&](soci::session& session) {
      return select_all<DeliveryRow>(
          session,
          with(kSelectDeliveries,
               "WHERE outlet = :outlet AND state LIKE :state AND id < :before ORDER BY id DESC "
               "LIMIT :limit"),
          Values<std::string, std::string, std::string, long long>{
              {to_string(page.outlet), state, before, static_cast<long long>(page.limit)}},
          decode_delivery);
    });
  }

  Result<std::size_t> count(const Id& outlet, OutletEvent event, const Id& object) override {
    return connections_.reads.read([&](soci::session& session) -> Result<std::size_t> {
      Prepared<Values<std::string, std::string, std::string>, Values<long long>> select(
          session,
          "SELECT COUNT(*) FROM outlet_deliveries WHERE outlet = :outlet AND event = :event AND "
          "object = :object");
      select.in.values = {to_string(outlet), std::string(kOutletEventNames.of(event)),
                          to_string(object)};
      check(select.run());
      return static_cast<std::size_t>(std::get<0>(select.out.values));
    });
  }

  Result<std::size_t> bury(const Id& outlet) override {
    return change(
        "UPDATE outlet_deliveries SET state = 'dead' WHERE outlet = :outlet AND state = "
        "'waiting'",
        Values<std::string>{{to_string(outlet)}});
  }

  Result<std::size_t> revive(const DeliveryPeriod& period, UtcTime now) override {
    return change(
        "UPDATE outlet_deliveries SET state = 'waiting', attempts = 0, due_at = :now "
        "WHERE outlet = :outlet AND state = 'dead' AND happened_at >= :from AND "
        "happened_at < :until",
        Values<long long, std::string, long long, long long>{
            {ms_of(now), to_string(period.outlet), ms_of(period.from), ms_of(period.until)}});
  }

  Result<> drop_outlet(const Id& outlet) override {
    TRY(change("DELETE FROM outlet_deliveries WHERE outlet = :outlet",
               Values<std::string>{{to_string(outlet)}}));
    return {};
  }

  Result<std::size_t> drop_before(UtcTime time) override {
    return change(
        "DELETE FROM outlet_deliveries WHERE state IN ('delivered', 'dead') AND "
        "happened_at < :time",
        Values<long long>{{ms_of(time)}});
  }

 private:
  // Nobody who judges a hit waits for the disk because of an outlet.
  template <typename Work>
  auto write(Work&& work) -> std::invoke_result_t<Work, soci::session&> {
    return connections_.writes.write(std::forward<Work>(work), Durability::kProcessOnly);
  }

  template <typename In>
  Result<std::size_t> change(std::string_view sql, In in) {
    return write([&](soci::session& session) -> Result<std::size_t> {
      Prepared<In> statement(session, sql);
      statement.in = std::move(in);
      statement.run();
      return static_cast<std::size_t>(statement.changed_rows());
    });
  }

  Connections connections_;
};

}  // namespace

std::unique_ptr<DeliveryStore> make_delivery_store(const Connections& connections) {
  return std::make_unique<SqlDeliveryStore>(connections);
}

}  // namespace bas::control_sql
