#include "flow/layers.h"

namespace bas::flow {

namespace {

// No map or list of CBOR begins so: a whole number of one.
constexpr char kLayered = 1;
constexpr std::size_t kMarkBytes = 2;  // kLayered, and the source

// Under the act alone.
Result<std::string> seal_inner(vault::Vault& vault, const Sealing& sealing,
                               std::string_view plain) {
  const auto keys = TRY(vault.keys(shelf_of(sealing.day, sealing.source)));
  return keys->seal(sealing.kind, sealing.context, plain);
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
  const auto keys = TRY(vault.keys(sealing.day));
  if (sealing.source == LegalSource::kPoliceAct) {
    return keys->seal(sealing.kind, sealing.context, plain);
  }
  const std::string inner = TRY(seal_inner(vault, sealing, plain));
  return keys->seal(sealing.kind, sealing.context, inner);
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
  const auto keys = TRY(vault.keys(sealing.day));
  if (sealing.source == LegalSource::kPoliceAct) {
    return keys->seal(sealing.kind, sealing.context, plain);
  }
  std::string marked = {kLayered, static_cast<char>(sealing.source)};
  marked += TRY(seal_inner(vault, sealing, plain));
  return keys->seal(sealing.kind, sealing.context, marked);
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
