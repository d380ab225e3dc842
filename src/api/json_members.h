// Members of an answer that are left out where there is nothing to say.
#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>

#include "api/answers.h"
#include "base/time.h"
#include "model/list.h"

namespace bas::api {

inline void put(Json& out, const char* name, const std::string& text) {
  if (!text.empty()) out[name] = text;
}
template <typename T>
void put(Json& out, const char* name, const std::optional<T>& value) {
  if (value) out[name] = *value;
}
inline void put(Json& out, const char* name, const std::optional<UtcTime>& time) {
  if (time) out[name] = format_rfc3339(*time);
}
// An object without members says nothing.
inline void put(Json& out, const char* name, Json object) {
  if (!object.empty()) out[name] = std::move(object);
}

inline Json vehicle_json(const Vehicle& vehicle) {
  Json out = Json::object();
  put(out, "make", vehicle.make);
  put(out, "model", vehicle.model);
  put(out, "colour", vehicle.colour);
  put(out, "class", vehicle.vehicle_class);
  return out;
}

inline Json texts_json(const FourTexts& texts) {
  Json out = Json::object();
  put(out, "nl", texts.nl);
  put(out, "fr", texts.fr);
  put(out, "de", texts.de);
  put(out, "en", texts.en);
  return out;
}

}  // namespace bas::api
