#include "flow/travel_codec.h"

#include <cmath>
#include <nlohmann/json.hpp>

namespace bas::flow {

namespace {

constexpr int kVersion = 1;
constexpr std::string_view kDamagedTimes =
    "the file of travel times is damaged: remove it, and they are learned again";

// What is not there, such as the camera after the last, is an empty text.
std::string camera_text(const Id& id) { return id.is_zero() ? std::string() : to_string(id); }

tl::unexpected<Error> damaged_times() {
  return fail(ErrorCode::kCorrupt, std::string(kDamagedTimes));
}

Result<Id> camera_in(const nlohmann::json& object, const char* name) {
  const auto found = object.find(name);
  if (found == object.end() || !found->is_string()) return damaged_times();
  const auto& text = found->get_ref<const std::string&>();
  if (text.empty()) return Id{};
  auto id = parse_id(text);
  if (!id) return damaged_times();
  return *id;
}

bool is_count(const nlohmann::json& value) { return value.is_number() && value.get<double>() >= 0; }

Result<links::TravelTimes::KnownLeg> leg_in(const nlohmann::json& object) {
  if (!object.is_object()) return damaged_times();
  const auto bins = object.find("bins");
  if (bins == object.end() || !bins->is_array()) return damaged_times();
  std::vector<float> counts;
  for (const nlohmann::json& count : *bins) {
    if (!is_count(count)) return damaged_times();
    counts.push_back(count.get<float>());
  }
  return links::TravelTimes::KnownLeg{TRY(camera_in(object, "from")), TRY(camera_in(object, "to")),
                                      links::DurationSums::from(counts)};
}

Result<links::TravelTimes::KnownTurn> turn_in(const nlohmann::json& object) {
  if (!object.is_object()) return damaged_times();
  const auto count = object.find("count");
  if (count == object.end() || !is_count(*count)) return damaged_times();
  return links::TravelTimes::KnownTurn{TRY(camera_in(object, "before")),
                                       TRY(camera_in(object, "from")), TRY(camera_in(object, "to")),
                                       count->get<double>()};
}

nlohmann::json json_of(const links::TravelTimes::KnownLeg& leg) {
  nlohmann::json bins = nlohmann::json::array();
  const auto counts = leg.took.bins();
  std::size_t used = counts.size();
  while (used > 0 && counts[used - 1] == 0) --used;
  for (const float count : counts.first(used)) bins.push_back(count);
  return {{"from", camera_text(leg.from)}, {"to", camera_text(leg.to)}, {"bins", std::move(bins)}};
}

}  // namespace

std::string travel_times_text(const links::TravelTimes& times) {
  nlohmann::json legs = nlohmann::json::array(), turns = nlohmann::json::array();
  for (const auto& leg : times.legs()) legs.push_back(json_of(leg));
  for (const auto& turn : times.turns()) {
    turns.push_back({{"before", camera_text(turn.before)},
                     {"from", camera_text(turn.from)},
                     {"to", camera_text(turn.to)},
                     {"count", turn.count}});
  }
  return nlohmann::json{
      {"version", kVersion}, {"legs", std::move(legs)}, {"turns", std::move(turns)}}
      .dump();
}

Result<links::TravelTimes> parse_travel_times(std::string_view text) {
  const nlohmann::json whole = nlohmann::json::parse(text, nullptr, false);
  if (!whole.is_object()) return damaged_times();
  const auto version = whole.find("version"), legs = whole.find("legs");
  const auto turns = whole.find("turns");
  if (version == whole.end() || *version != kVersion) return damaged_times();
  if (legs == whole.end() || turns == whole.end()) return damaged_times();
  links::TravelTimes times;
  for (const nlohmann::json& leg : *legs) times.restore(TRY(leg_in(leg)));
  for (const nlohmann::json& turn : *turns) times.restore(TRY(turn_in(turn)));
  return times;
}

}  // namespace bas::flow
