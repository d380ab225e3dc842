#include "flow/pursuit_codec.h"

#include <nlohmann/json.hpp>

namespace bas::flow {

namespace pursuit_members {

using Json = nlohmann::json;

tl::unexpected<Error> damaged() {
  return fail(ErrorCode::kCorrupt, "a stored pursuit is not as it was written: restore a backup");
}

Json time_value(UtcTime time) { return time.time_since_epoch().count(); }
UtcTime time_from(const Json& value) {
  return UtcTime{std::chrono::milliseconds{value.get<std::int64_t>()}};
}
void put(Json& map, const char* name, const std::optional<UtcTime>& time) {
  if (time) map[name] = time_value(*time);
}
std::optional<UtcTime> time_in(const Json& map, const char* name) {
  if (!map.contains(name)) return std::nullopt;
  return time_from(map.at(name));
}

// All zero is an empty text.
Json id_value(const Id& id) { return id.is_zero() ? std::string() : to_string(id); }
Id id_in(const Json& map, const char* name) {
  const auto text = map.at(name).get<std::string>();
  return text.empty() ? Id{} : parse_id(text).value_or(Id{});
}

Json zone_value(const PursuitZone& zone) {
  Json map = {{"zone", id_value(zone.zone)}};
  put(map, "invited", zone.invited_at);
  put(map, "joined", zone.joined_at);
  put(map, "left", zone.left_at);
  return map;
}
PursuitZone zone_from(const Json& map) {
  return {id_in(map, "zone"), time_in(map, "invited"), time_in(map, "joined"),
          time_in(map, "left")};
}

template <typename Value>
Result<Value> read(std::string_view bytes, Value (*from)(const Json&)) {
  try {
    return from(Json::from_cbor(bytes));
  } catch (const Json::exception&) {
    return damaged();
  }
}

std::string cbor_of(const Json& map) {
  std::string bytes;
  Json::to_cbor(map, bytes);
  return bytes;
}

Pursuit pursuit_from(const Json& map) {
  Pursuit pursuit;
  pursuit.id = id_in(map, "id");
  pursuit.version = map.at("version").get<int>();
  pursuit.hit = id_in(map, "hit");
  pursuit.incident = id_in(map, "incident");
  pursuit.entry = id_in(map, "entry");
  pursuit.target = {map.at("plate").get<std::string>(), map.at("country").get<std::string>()};
  pursuit.priority = map.at("priority").get<int>();
  pursuit.audience = id_in(map, "audience");
  pursuit.lead = id_in(map, "lead");
  for (const Json& zone : map.at("zones")) pursuit.zones.push_back(zone_from(zone));
  pursuit.opened_at = time_from(map.at("opened"));
  pursuit.expires_at = time_from(map.at("expires"));
  pursuit.ended_at = time_in(map, "ended");
  pursuit.outcome =
      hit_outcome_from(map.at("outcome").get<std::string>()).value_or(HitOutcome::kNone);
  pursuit.sightings = map.at("sightings").get<int>();
  pursuit.last_hit = id_in(map, "last_hit");
  pursuit.last_seen_at = time_from(map.at("last_seen"));
  return pursuit;
}

PursuitEntry entry_from(const Json& map) {
  PursuitEntry entry;
  entry.number = map.at("number").get<int>();
  entry.event =
      pursuit_event_from(map.at("event").get<std::string>()).value_or(PursuitEvent::kNote);
  entry.by = {id_in(map, "by"), map.at("name").get<std::string>(), id_in(map, "of_zone")};
  entry.at = time_from(map.at("at"));
  entry.zone = id_in(map, "zone");
  entry.hit = id_in(map, "hit");
  entry.camera = id_in(map, "camera");
  entry.seen_at = time_in(map, "seen");
  entry.is_alike = map.at("alike").get<bool>();
  entry.note = map.at("note").get<std::string>();
  entry.until = time_in(map, "until");
  entry.outcome =
      hit_outcome_from(map.at("outcome").get<std::string>()).value_or(HitOutcome::kNone);
  return entry;
}

}  // namespace pursuit_members

std::string encode_pursuit(const Pursuit& pursuit) {
  namespace m = pursuit_members;
  m::Json zones = m::Json::array();
  for (const PursuitZone& zone : pursuit.zones) zones.push_back(m::zone_value(zone));
  m::Json map = {{"id", m::id_value(pursuit.id)},
                 {"version", pursuit.version},
                 {"hit", m::id_value(pursuit.hit)},
                 {"incident", m::id_value(pursuit.incident)},
                 {"entry", m::id_value(pursuit.entry)},
                 {"plate", pursuit.target.text},
                 {"country", pursuit.target.country},
                 {"priority", pursuit.priority},
                 {"audience", m::id_value(pursuit.audience)},
                 {"lead", m::id_value(pursuit.lead)},
                 {"zones", std::move(zones)},
                 {"opened", m::time_value(pursuit.opened_at)},
                 {"expires", m::time_value(pursuit.expires_at)},
                 {"outcome", name_of(pursuit.outcome)},
                 {"sightings", pursuit.sightings},
                 {"last_hit", m::id_value(pursuit.last_hit)},
                 {"last_seen", m::time_value(pursuit.last_seen_at)}};
  m::put(map, "ended", pursuit.ended_at);
  return m::cbor_of(map);
}

std::string encode_pursuit_entry(const PursuitEntry& entry) {
  namespace m = pursuit_members;
  m::Json map = {{"number", entry.number},
                 {"event", name_of(entry.event)},
                 {"by", m::id_value(entry.by.id)},
                 {"name", entry.by.name},
                 {"of_zone", m::id_value(entry.by.zone)},
                 {"at", m::time_value(entry.at)},
                 {"zone", m::id_value(entry.zone)},
                 {"hit", m::id_value(entry.hit)},
                 {"camera", m::id_value(entry.camera)},
                 {"alike", entry.is_alike},
                 {"note", entry.note},
                 {"outcome", name_of(entry.outcome)}};
  m::put(map, "until", entry.until);
  m::put(map, "seen", entry.seen_at);
  return m::cbor_of(map);
}

Result<Pursuit> decode_pursuit(std::string_view bytes) {
  return pursuit_members::read<Pursuit>(bytes, &pursuit_members::pursuit_from);
}

Result<PursuitEntry> decode_pursuit_entry(std::string_view bytes) {
  return pursuit_members::read<PursuitEntry>(bytes, &pursuit_members::entry_from);
}

}  // namespace bas::flow
