#include "flow/message_names.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "model/plate.h"

namespace bas::flow {

namespace {

constexpr std::string_view kMessageLabel = "message";
constexpr std::string_view kPassageLabel = "passage";
constexpr std::chrono::milliseconds kPassageLife{120'000};

std::chrono::milliseconds distance(UtcTime a, UtcTime b) { return a > b ? a - b : b - a; }

std::string named_by_device(const Id& camera, const ReadFacts& facts, std::string_view name) {
  return fmt::format("{}#{}/{}", camera.view(), facts.device_id, name);
}

}  // namespace

// A vehicle whose plate was not readable is told from others by its exact time alone.
std::string MessageNames::message(const Id& camera, const ReadFacts& facts,
                                  int slices_later) const {
  if (!facts.event_id.empty()) return named_by_device(camera, facts, facts.event_id);
  const auto ms = facts.captured_at.time_since_epoch().count();
  const std::string plate = canonical_plate(facts.plate_raw);
  if (plate.empty()) return fmt::format("{}/{}", camera.view(), ms);
  return fmt::format("{}/{}/{}", camera.view(), plate, ms / repeat_window_.count() + slices_later);
}

// The keys of the day itself first. A neighbour day without keys holds no read to be found.
Result<std::vector<MessageNames::DayKeys>> MessageNames::keys_around(UtcTime time) const {
  const std::chrono::milliseconds reach = std::max<>(kPassageLife, repeat_window_);
  const Day own = brussels_day(time);
  std::vector<DayKeys> around = {{own, TRY(vault_.keys(own))}};
  for (const Day day : {brussels_day(time - reach), brussels_day(time + reach)}) {
    if (day == own) continue;
    if (auto keys = vault_.existing_keys(day)) around.push_back({day, std::move(*keys)});
  }
  return around;
}

Result<AskedNames> MessageNames::asked(const Id& camera, const ReadFacts& facts) const {
  AskedNames asked;
  std::set<std::string> messages;
  for (const int slice : {-1, 0, 1}) messages.insert(message(camera, facts, slice));
  const auto around = TRY(keys_around(facts.captured_at));
  for (const auto& [day, keys] : around) {
    for (const std::string& name : messages) {
      asked.message.push_back({day, TRY(keys->token(kMessageLabel, name))});
    }
    if (facts.passage_id.empty()) continue;
    const std::string name = named_by_device(camera, facts, facts.passage_id);
    asked.passage.push_back({day, TRY(keys->token(kPassageLabel, name))});
  }
  return asked;
}

Result<std::vector<std::string>> MessageNames::kept(Day day, const Id& camera,
                                                    const ReadFacts& facts) const {
  const auto keys = TRY(vault_.existing_keys(day));
  std::vector<std::string> names = {TRY(keys->token(kMessageLabel, message(camera, facts, 0)))};
  if (facts.passage_id.empty()) return names;
  names.push_back(
      TRY(keys->token(kPassageLabel, named_by_device(camera, facts, facts.passage_id))));
  return names;
}

bool MessageNames::is_repeat(const ReadFacts& facts, UtcTime other) const {
  return !facts.event_id.empty() || distance(other, facts.captured_at) <= repeat_window_;
}

bool MessageNames::is_same_passage(const ReadFacts& facts, UtcTime first_seen) {
  return distance(first_seen, facts.captured_at) <= kPassageLife;
}

}  // namespace bas::flow
