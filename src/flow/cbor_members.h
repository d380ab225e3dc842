// How the members of stored records stand in CBOR: what every codec of them shares.
#pragma once

#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "base/id.h"
#include "base/result.h"
#include "base/time.h"

namespace bas::flow {

inline std::string to_cbor(const nlohmann::json& value) {
  std::string out;
  nlohmann::json::to_cbor(value, out);
  return out;
}

// `fill` reads members of the map; kCorrupt when its shape is not the expected one.
template <typename Fill>
Result<> from_cbor(std::string_view bytes, Fill fill) {
  try {
    fill(nlohmann::json::from_cbor(bytes));
    return {};
  } catch (const nlohmann::json::exception&) {
    return fail(ErrorCode::kCorrupt, "a stored record does not have the expected shape");
  }
}

inline nlohmann::json id_value(const Id& id) { return std::string(id.view()); }

// All zero for what is no id.
inline Id id_from(const nlohmann::json& value) {
  Id id;
  const auto raw = value.get<std::string>();
  if (raw.size() == id.bytes.size()) std::copy(raw.begin(), raw.end(), id.bytes.begin());
  return id;
}

inline nlohmann::json time_value(UtcTime time) { return time.time_since_epoch().count(); }

inline UtcTime time_from(const nlohmann::json& value) {
  return UtcTime{std::chrono::milliseconds{value.get<std::int64_t>()}};
}

}  // namespace bas::flow
