#include "registers/settings_reader.h"

#include <fmt/format.h>

#include <algorithm>

#include "config/units.h"

namespace bas::registers {

namespace dom = simdjson::dom;

void SettingsReader::text(std::string_view key, std::string& into, Presence presence) {
  const auto found = value(key, presence);
  if (!found) return;
  std::string_view text;
  if (found->get(text) != simdjson::SUCCESS || text.empty()) return wrong(key, "has to be a text");
  into = text;
}

void SettingsReader::whole(std::string_view key, int& into, Range<int> range) {
  const auto found = value(key);
  if (!found) return;
  std::int64_t number = 0;
  if (found->get(number) != simdjson::SUCCESS || number < range.least || number > range.most) {
    return wrong(key, fmt::format("has to be a whole number, {} to {}", range.least, range.most));
  }
  into = static_cast<int>(number);
}

void SettingsReader::truth(std::string_view key, bool& into) {
  const auto found = value(key);
  if (!found) return;
  if (found->get(into) != simdjson::SUCCESS) wrong(key, "has to be true or false");
}

void SettingsReader::duration(std::string_view key, milliseconds& into, Range<milliseconds> range) {
  const auto found = value(key);
  if (!found) return;
  std::string_view text;
  const bool is_text = found->get(text) == simdjson::SUCCESS;
  const auto length = config::parse_duration(is_text ? text : std::string_view{});
  if (!length || *length < range.least || *length > range.most) {
    return wrong(key, fmt::format("has to be a length of time, {} to {}",
                                  config::format_duration(range.least),
                                  config::format_duration(range.most)));
  }
  into = *length;
}

void SettingsReader::size(std::string_view key, std::size_t& into, Range<std::size_t> range) {
  const auto found = value(key);
  if (!found) return;
  std::string_view text;
  const bool is_text = found->get(text) == simdjson::SUCCESS;
  const auto bytes = config::parse_size(is_text ? text : std::string_view{});
  if (!bytes || *bytes < range.least || *bytes > range.most) {
    return wrong(key, fmt::format("has to be a size, {} to {}", config::format_size(range.least),
                                  config::format_size(range.most)));
  }
  into = *bytes;
}

void SettingsReader::texts(std::string_view key, std::vector<std::string>& into,
                           Presence presence) {
  const auto found = value(key, presence);
  if (!found) return;
  dom::array array;
  if (found->get(array) != simdjson::SUCCESS) return wrong(key, "has to be an array of texts");
  into.clear();
  for (const JsonValue one : array) {
    std::string_view text;
    if (one.get(text) != simdjson::SUCCESS) return wrong(key, "has to be an array of texts");
    into.emplace_back(text);
  }
}

void SettingsReader::table(std::string_view key, std::map<std::string, std::string>& into) {
  const auto found = object(key);
  if (!found) return;
  for (const dom::key_value_pair field : found->object_) {
    std::string_view text;
    if (field.value.get(text) != simdjson::SUCCESS) {
      return wrong(key, "has to be an object whose values are texts");
    }
    into.emplace(field.key, text);
  }
}

std::optional<SettingsReader> SettingsReader::object(std::string_view key, Presence presence) {
  const auto found = value(key, presence);
  if (!found) return std::nullopt;
  dom::object inner;
  if (found->get(inner) != simdjson::SUCCESS) {
    wrong(key, "has to be an object");
    return std::nullopt;
  }
  return SettingsReader{inner, place_of(key), *findings_};
}

std::vector<SettingsReader> SettingsReader::objects(std::string_view key, Presence presence) {
  std::vector<SettingsReader> readers;
  const auto found = value(key, presence);
  if (!found) return readers;
  dom::array array;
  if (found->get(array) != simdjson::SUCCESS) {
    wrong(key, "has to be an array of objects");
    return readers;
  }
  for (const JsonValue one : array) {
    dom::object inner;
    const std::string place = fmt::format("{}[{}]", key, readers.size());
    if (one.get(inner) != simdjson::SUCCESS) {
      wrong(place, "has to be an object");
      break;
    }
    readers.emplace_back(inner, place_of(place), *findings_);
  }
  return readers;
}

std::optional<JsonValue> SettingsReader::value(std::string_view key, Presence presence) {
  known_.emplace_back(key);
  JsonValue found;
  if (object_.at_key(key).get(found) == simdjson::SUCCESS) return found;
  if (presence == Presence::kRequired) wrong(key, "is missing");
  return std::nullopt;
}

std::vector<std::string> SettingsReader::keys() const {
  std::vector<std::string> keys;
  for (const dom::key_value_pair field : object_) keys.emplace_back(field.key);
  return keys;
}

void SettingsReader::wrong(std::string_view key, std::string_view text) {
  findings_->push_back(fmt::format("{}: {}", place_of(key), text));
}

void SettingsReader::finish() {
  for (const std::string& key : keys()) {
    if (std::ranges::find(known_, key) == known_.end()) wrong(key, "is not a setting");
  }
}

std::string SettingsReader::place_of(std::string_view key) const {
  return place_.empty() ? std::string{key} : fmt::format("{}.{}", place_, key);
}

}  // namespace bas::registers
