// Reads one JSON object of settings into members; everything wrong is noted with its place.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "registers/json_answer.h"

namespace bas::registers {

enum class Presence { kOptional, kRequired };

template <typename T>
struct Range {
  T least;
  T most;  // both included
};

// A member keeps its default when the key is absent or wrong. Keys nobody asked for are noted by
// finish(), so that a slip of the pen is not taken for a default.
class SettingsReader {
 public:
  // `place` such as "registers[0].pace"; `findings` outlives the reader.
  SettingsReader(simdjson::dom::object object, std::string place,
                 std::vector<std::string>& findings)
      : object_(object), place_(std::move(place)), findings_(&findings) {}

  void text(std::string_view key, std::string& into, Presence presence = Presence::kOptional);
  void whole(std::string_view key, int& into, Range<int> range);
  void truth(std::string_view key, bool& into);
  void duration(std::string_view key, milliseconds& into, Range<milliseconds> range);
  void size(std::string_view key, std::size_t& into, Range<std::size_t> range);
  void texts(std::string_view key, std::vector<std::string>& into,
             Presence presence = Presence::kOptional);
  // Text to text.
  void table(std::string_view key, std::map<std::string, std::string>& into);
  std::optional<SettingsReader> object(std::string_view key,
                                       Presence presence = Presence::kOptional);
  std::vector<SettingsReader> objects(std::string_view key,
                                      Presence presence = Presence::kOptional);
  std::optional<JsonValue> value(std::string_view key, Presence presence = Presence::kOptional);
  std::vector<std::string> keys() const;

  // Notes that the value of a key is wrong; `text` says what is expected.
  void wrong(std::string_view key, std::string_view text);
  void finish();

 private:
  std::string place_of(std::string_view key) const;

  simdjson::dom::object object_;
  std::string place_;
  std::vector<std::string>* findings_;
  std::vector<std::string> known_;
};

}  // namespace bas::registers
