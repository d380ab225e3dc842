#include "flow/outlet_codec.h"

#include <nlohmann/json.hpp>

#include "base/encode.h"

namespace bas::flow {

namespace {

using OutletJson = nlohmann::json;

std::int64_t in_ms(UtcTime time) { return time.time_since_epoch().count(); }
UtcTime from_ms(const OutletJson& json) {
  return UtcTime{std::chrono::milliseconds{json.get<std::int64_t>()}};
}

OutletJson json_of(const OutletKey& key) {
  OutletJson json = {{"signing", kOutletSigningNames.of(key.signing)},
                     {"secret", to_base64(key.secret)}};
  if (key.until) json["until"] = in_ms(*key.until);
  return json;
}

template <typename Table>
auto named(const Table& table, const OutletJson& json) {
  const auto found = table.find(json.get<std::string>());
  if (!found) throw OutletJson::other_error::create(501, "an unknown name", &json);
  return *found;
}

Result<OutletKey> key_of(const OutletJson& json) {
  OutletKey key;
  key.signing = named(kOutletSigningNames, json.at("signing"));
  key.secret = TRY(from_base64(json.at("secret").get<std::string>()));
  if (json.contains("until")) key.until = from_ms(json.at("until"));
  return key;
}

Result<KeptOutlet> outlet_of(const OutletJson& json, const OpenPaper& paper) {
  KeptOutlet kept;
  Outlet& outlet = kept.outlet;
  outlet.id = paper.id;
  outlet.version = paper.version;
  kept.is_removed = json.at("is_removed").get<bool>();
  if (kept.is_removed) return kept;
  outlet.zone = TRY(parse_id(json.at("zone").get<std::string>()));
  json.at("title").get_to(outlet.title);
  outlet.way = named(kOutletWayNames, json.at("way"));
  json.at("target").get_to(outlet.target);
  for (const OutletJson& event : json.at("events")) {
    outlet.events.push_back(named(kOutletEventNames, event));
  }
  for (const OutletJson& key : json.at("keys")) outlet.keys.push_back(TRY(key_of(key)));
  outlet.created_at = from_ms(json.at("created_at"));
  json.at("disabled_because").get_to(outlet.disabled_because);
  if (json.contains("disabled_at")) outlet.disabled_at = from_ms(json.at("disabled_at"));
  kept.made_by = TRY(parse_id(json.at("made_by").get<std::string>()));
  json.at("request_key").get_to(kept.request_key);
  return kept;
}

}  // namespace

std::string paper_text(const KeptOutlet& kept) {
  if (kept.is_removed) return R"({"is_removed":true})";
  const Outlet& outlet = kept.outlet;
  OutletJson json = {{"is_removed", false},
                     {"zone", to_string(outlet.zone)},
                     {"title", outlet.title},
                     {"way", kOutletWayNames.of(outlet.way)},
                     {"target", outlet.target},
                     {"events", OutletJson::array()},
                     {"keys", OutletJson::array()},
                     {"created_at", in_ms(outlet.created_at)},
                     {"disabled_because", outlet.disabled_because},
                     {"made_by", to_string(kept.made_by)},
                     {"request_key", kept.request_key}};
  for (const OutletEvent event : outlet.events) {
    json["events"].push_back(kOutletEventNames.of(event));
  }
  for (const OutletKey& key : outlet.keys) json["keys"].push_back(json_of(key));
  if (outlet.disabled_at) json["disabled_at"] = in_ms(*outlet.disabled_at);
  return json.dump();
}

Result<KeptOutlet> parse_outlet(const OpenPaper& paper) {
  try {
    return outlet_of(OutletJson::parse(paper.text), paper);
  } catch (const OutletJson::exception&) {
    return fail(ErrorCode::kCorrupt, "a stored outlet is not as written: restore a backup");
  }
}

}  // namespace bas::flow
