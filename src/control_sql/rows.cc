#include "control_sql/rows.h"

#include "base/encode.h"

namespace bas::control_sql {

namespace {
constexpr const char* kDamaged = "a stored value is damaged: restore a backup";
}

Result<Id> stored_id(const std::string& text) {
  auto id = parse_id(text);
  if (!id) return fail(ErrorCode::kCorrupt, kDamaged);
  return *id;
}

Result<std::string> stored_bytes(const std::string& base64) {
  auto bytes = from_base64(base64);
  if (!bytes) return fail(ErrorCode::kCorrupt, kDamaged);
  return std::move(*bytes);
}

Nullable<std::string> nullable_id(const Id& id) {
  if (id.is_zero()) return {};
  return Nullable<std::string>(to_string(id));
}

Result<Id> stored_nullable_id(const Nullable<std::string>& text) {
  const auto value = text.get();
  if (!value) return Id{};
  return stored_id(*value);
}

Nullable<long long> nullable_ms(const std::optional<UtcTime>& time) {
  if (!time) return {};
  return Nullable<long long>(ms_of(*time));
}

std::optional<UtcTime> nullable_time(const Nullable<long long>& ms) {
  const auto value = ms.get();
  if (!value) return std::nullopt;
  return time_of(*value);
}

}  // namespace bas::control_sql
