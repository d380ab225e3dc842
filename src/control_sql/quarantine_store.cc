#include "base/encode.h"
#include "control_sql/rows.h"
#include "control_sql/stores.h"

namespace bas::control_sql {

namespace {

struct MessageRow {
  std::string id, camera;
  long long received_at = 0;
  std::string state, reason, content_type;
  int blob_day = 0;
  long long blob_segment = 0, blob_offset = 0, blob_length = 0, bytes = 0;
  auto fields() {
    return std::tie(id, camera, received_at, state, reason, content_type, blob_day, blob_segment,
                    blob_offset, blob_length, bytes);
  }
};

constexpr std::string_view kSelect =
    "SELECT id, camera, received_at, state, reason, content_type, blob_day, blob_segment, "
    "blob_offset, blob_length, bytes FROM quarantine ";
constexpr std::string_view kWaiting = "waiting";
constexpr std::string_view kReplayed = "replayed";

std::string text_of(QuarantineState state) {
  return std::string(state == QuarantineState::kWaiting ? kWaiting : kReplayed);
}

Result<QuarantinedMessage> decode_message(const MessageRow& row) {
  return QuarantinedMessage{
      TRY(stored_id(row.id)),
      TRY(stored_id(row.camera)),
      time_of(row.received_at),
      row.state == kWaiting ? QuarantineState::kWaiting : QuarantineState::kReplayed,
      row.reason,
      row.content_type,
      BlobRef{Day{row.blob_day}, static_cast<std::uint32_t>(row.blob_segment),
              static_cast<std::uint64_t>(row.blob_offset),
              static_cast<std::uint32_t>(row.blob_length)},
      static_cast<std::uint32_t>(row.bytes)};
}

class SqlQuarantineStore final : public QuarantineStore {
 public:
  explicit SqlQuarantineStore(const Connections& connections) : connections_(connections) {}

  Result<> add_quarantined(const QuarantinedMessage& message) override {
    const auto add = [&](soci::session& session) -> Result<> {
      Prepared<MessageRow> insert(
          session,
          "INSERT INTO quarantine (id, camera, received_at, state, reason, content_type, "
          "blob_day, blob_segment, blob_offset, blob_length, bytes) VALUES (:id, :camera, "
          ":received, :state, :reason, :type, :day, :segment, :offset, :length, :bytes)");
      insert.in = {to_string(message.id),
                   to_string(message.camera),
                   ms_of(message.received_at),
                   text_of(message.state),
                   to_valid_utf8(message.reason),
                   to_valid_utf8(message.content_type),
                   message.blob.day.number,
                   static_cast<long long>(message.blob.segment),
                   static_cast<long long>(message.blob.offset),
                   static_cast<long long>(message.blob.length),
                   static_cast<long long>(message.bytes)};
      insert.run();
      return {};
    };
    return connections_.writes.write(add).map_error(
        while_doing("the message was not put in quarantine"));
  }

  Result<std::optional<QuarantinedMessage>> quarantined(const Id& id) override {
    return connections_.reads.read([&](soci::session& session) {
      return select_one<MessageRow>(session, std::string(kSelect) + "WHERE id = :id",
                                    Values<std::string>{{to_string(id)}}, decode_message);
    });
  }

  Result<std::vector<QuarantinedMessage>> quarantine(const Id& before, std::size_t limit) override {
    return connections_.reads.read([&](soci::session& session) {
      using In = Values<std::string, long long>;
      // "~" lies behind every id.
      return select_all<MessageRow>(
          session, std::string(kSelect) + "WHERE id < :before ORDER BY id DESC LIMIT :limit",
          In{{before.is_zero() ? "~" : to_string(before), static_cast<long long>(limit)}},
          decode_message);
    });
  }

  Result<> set_quarantine_state(const Id& id, QuarantineState state) override {
    return connections_.writes.write([&](soci::session& session) -> Result<> {
      Prepared<Values<std::string, std::string>> update(
          session, "UPDATE quarantine SET state = :state WHERE id = :id");
      update.in.values = {text_of(state), to_string(id)};
      update.run();
      if (update.changed_rows() == 0) {
        return fail(ErrorCode::kNotFound, "no message in quarantine has this id");
      }
      return {};
    });
  }

 private:
  Connections connections_;
};

}  // namespace

std::unique_ptr<QuarantineStore> make_quarantine_store(const Connections& connections) {
  return std::make_unique<SqlQuarantineStore>(connections);
}

}  // namespace bas::control_sql
