#include "flow/layers.h"

namespace bas::flow {

namespace {

// No map or list of CBOR begins so: a whole number of one.
constexpr char kLayered = 1;
constexpr std::size_t kMarkBytes = 2;  // kLayered, and the source

// Under the day, and beneath it, behind `mark`, under the act where there is one.
Result<std::string> seal_behind(std::string mark, vault::Vault& vault, const Sealing& sealing,
                                std::string_view plain) {
  const auto of_day = TRY(vault.keys(sealing.day));
  if (sealing.source == LegalSource::kPoliceAct) {
    return of_day->seal(sealing.kind, sealing.context, plain);
  }
  const auto of_act = TRY(vault.keys(shelf_of(sealing.day, sealing.source)));
  mark += TRY(of_act->seal(sealing.kind, sealing.context, plain));
  return of_day->seal(sealing.kind, sealing.context, mark);
}

Result<std::string> open_inner(vault::Vault& vault, const Sealing& sealing,
                               std::string_view sealed) {
  const auto keys = TRY(vault.existing_keys(shelf_of(sealing.day, sealing.source)));
  return keys->open(sealing.kind, sealing.context, sealed);
}

Result<LegalSource> source_in(char byte) {
  if (byte > 0 && byte <= static_cast<char>(LegalSource::kCameraAct)) {
    return static_cast<LegalSource>(byte);
  }
  return fail(ErrorCode::kCorrupt, "a stored record is sealed for an unknown act");
}

}  // namespace

vault::Shelf shelf_of(Day day, LegalSource source) {
  if (source == LegalSource::kPoliceAct) return {day};
  return {day, std::string(kLegalSourceNames.of(source))};
}

Result<std::string> seal_layered(vault::Vault& vault, const Sealing& sealing,
                                 std::string_view plain) {
  return seal_behind({}, vault, sealing, plain);
}

Result<std::string> open_layered(vault::Vault& vault, const Sealing& sealing,
                                 std::string_view sealed) {
  const auto keys = TRY(vault.existing_keys(sealing.day));
  auto plain = keys->open(sealing.kind, sealing.context, sealed);
  if (!plain || sealing.source == LegalSource::kPoliceAct) return plain;
  return open_inner(vault, sealing, *plain);
}

Result<std::string> seal_record(vault::Vault& vault, const Sealing& sealing,
                                std::string_view plain) {
  return seal_behind({kLayered, static_cast<char>(sealing.source)}, vault, sealing, plain);
}

Result<OpenedRecord> open_record(vault::Vault& vault, const Sealing& sealing,
                                 std::string_view sealed) {
  const auto keys = TRY(vault.existing_keys(sealing.day));
  OpenedRecord record;
  record.plain = TRY(keys->open(sealing.kind, sealing.context, sealed));
  if (record.plain.size() < kMarkBytes || record.plain.front() != kLayered) return record;
  record.source = TRY(source_in(record.plain[1]));
  Sealing inner = sealing;
  inner.source = record.source;
  const std::string_view layered = std::string_view(record.plain).substr(kMarkBytes);
  record.plain = TRY(open_inner(vault, inner, layered));
  return record;
}

}  // namespace bas::flow
