#include "cameras/bas_read.h"

#include <fmt/format.h>

#include <array>

#include "base/encode.h"
#include "cameras/facts.h"
#include "cameras/time_text.h"
#include "model/country.h"

namespace bas::cameras {

namespace {

namespace dom = simdjson::dom;

// A value with the name under which an error speaks of it.
struct Named {
  std::string_view name;
  JsonValue value;
};

struct Range {
  double least;
  double most;
};
constexpr Range kFraction{0, 1};

tl::unexpected<Error> wrong(std::string_view name, std::string_view expected) {
  return fail(ErrorCode::kBadInput, fmt::format("{} must be {}", name, expected));
}

Result<std::string_view> view_of(const Named& field) {
  std::string_view text;
  if (field.value.get(text) != simdjson::SUCCESS) return wrong(field.name, "a string");
  return text;
}

Result<> set_text(const Named& field, std::string& text) {
  text = bounded_text(TRY(view_of(field)));
  return {};
}

Result<> set_word(const Named& field, std::string& word) {
  word = bounded_word(TRY(view_of(field)));
  return {};
}

Result<double> number_in(const Named& field, Range range) {
  double number = 0;
  if (field.value.get(number) != simdjson::SUCCESS) return wrong(field.name, "a number");
  if (!(number >= range.least && number <= range.most)) {
    return wrong(field.name, fmt::format("from {} to {}", range.least, range.most));
  }
  return number;
}

Result<bool> truth_of(const Named& field) {
  bool truth = false;
  if (field.value.get(truth) != simdjson::SUCCESS) return wrong(field.name, "true or false");
  return truth;
}

Result<dom::array> array_of(const Named& field) {
  dom::array array;
  if (field.value.get(array) != simdjson::SUCCESS) return wrong(field.name, "an array");
  return array;
}

Result<JsonObject> object_of(const Named& field) {
  JsonObject object;
  if (field.value.get(object) != simdjson::SUCCESS) return wrong(field.name, "an object");
  return object;
}

Result<> set_captured_at(const Named& field, Decoded& read) {
  const auto time = parse_rfc3339(TRY(view_of(field)));
  if (!time) return wrong(field.name, "an RFC 3339 time with an offset");
  read.facts.captured_at = *time;
  return {};
}

Result<> set_plate(const Named& field, Decoded& read) {
  read.facts.plate_raw = plate_text(TRY(view_of(field)));
  return {};
}

Result<> set_country(const Named& field, Decoded& read) {
  const std::string_view text = TRY(view_of(field));
  if (text.empty()) return {};
  read.facts.country = text.size() == 2 ? country_from_text(text) : std::string{};
  if (read.facts.country.empty()) return wrong(field.name, "a code of ISO 3166-1 alpha-2");
  return {};
}

Result<> set_confidence(const Named& field, Decoded& read) {
  read.facts.confidence = TRY(number_in(field, kFraction));
  return {};
}

Result<> set_glyph_confidences(const Named& field, Decoded& read) {
  for (const JsonValue value : TRY(array_of(field))) {
    if (read.facts.glyph_confidences.size() == kPlateGlyphsMax) break;
    read.facts.glyph_confidences.push_back(
        TRY(number_in({"each of glyph_confidences", value}, kFraction)));
  }
  return {};
}

Result<> set_candidates(const Named& field, Decoded& read) {
  for (const JsonValue value : TRY(array_of(field))) {
    if (read.facts.candidates.size() == kCandidatesMax) break;
    const JsonObject candidate = TRY(object_of({field.name, value}));
    const auto plate = value_at(candidate, "plate");
    const auto confidence = value_at(candidate, "confidence");
    if (!plate || !confidence) return wrong(field.name, "objects with plate and confidence");
    std::string text = plate_text(TRY(view_of({"candidates.plate", *plate})));
    const double share = TRY(number_in({"candidates.confidence", *confidence}, kFraction));
    read.facts.candidates.push_back({std::move(text), share});
  }
  return {};
}

Result<> set_plate_box(const Named& field, Decoded& read) {
  const JsonObject box = TRY(object_of(field));
  std::array<double, 4> numbers{};
  std::size_t at = 0;
  for (const std::string_view name : {"x", "y", "width", "height"}) {
    const auto value = value_at(box, name);
    if (!value || value->get(numbers[at++]) != simdjson::SUCCESS) {
      return wrong(field.name, "an object of the numbers x, y, width and height");
    }
  }
  read.facts.plate_box = plausible_box({numbers[0], numbers[1], numbers[2], numbers[3]});
  return {};
}

Result<> set_vehicle(const Named& field, Decoded& read) {
  Vehicle& vehicle = read.facts.vehicle;
  for (const auto& [key, value] : TRY(object_of(field))) {
    if (value.is_null()) continue;
    if (key == "make") TRY(set_word({"vehicle.make", value}, vehicle.make));
    if (key == "model") TRY(set_word({"vehicle.model", value}, vehicle.model));
    if (key == "colour") TRY(set_word({"vehicle.colour", value}, vehicle.colour));
    if (key == "class") TRY(set_word({"vehicle.class", value}, vehicle.vehicle_class));
  }
  return {};
}

Result<> set_direction(const Named& field, Decoded& read) {
  const auto direction = direction_from(TRY(view_of(field)));
  if (!direction) return wrong(field.name, "approaching, receding, in, out or unknown");
  read.facts.direction = *direction;
  return {};
}

Result<> set_lane(const Named& field, Decoded& read) {
  std::int64_t lane = 0;
  if (field.value.get(lane) != simdjson::SUCCESS || lane < 0 || lane > 99) {
    return wrong(field.name, "a whole number from 0 to 99");
  }
  read.facts.lane = static_cast<int>(lane);
  return {};
}

Result<> set_speed(const Named& field, Decoded& read) {
  read.facts.speed_kmh = TRY(number_in(field, {0, 400}));
  return {};
}

Result<> set_late(const Named& field, Decoded& read) {
  read.facts.is_late = TRY(truth_of(field));
  return {};
}

Result<> set_final(const Named& field, Decoded& read) {
  read.facts.is_final = TRY(truth_of(field));
  return {};
}

Result<Picture> picture_of(const JsonObject& image) {
  Picture picture{PictureRole::kOverview, {}};
  if (const auto value = value_at(image, "role")) {
    const auto role = picture_role_from(TRY(view_of({"images.role", *value})));
    if (!role) return wrong("images.role", "plate, overview, vehicle or other");
    picture.role = *role;
  }
  const auto value = value_at(image, "base64");
  if (!value) return wrong("images", "objects with role and base64");
  auto bytes = from_base64(TRY(view_of({"images.base64", *value})));
  if (!bytes || picture_mime(*bytes).empty()) {
    return wrong("images.base64", "a JPEG, PNG, WebP or BMP file in base64");
  }
  picture.bytes = std::move(*bytes);
  return picture;
}

Result<> set_images(const Named& field, Decoded& read) {
  for (const JsonValue value : TRY(array_of(field))) {
    if (read.pictures.size() == kPicturesMax) return wrong(field.name, "at most 8 pictures");
    const JsonObject image = TRY(object_of({field.name, value}));
    read.pictures.push_back(TRY(picture_of(image)));
  }
  return {};
}

struct Field {
  std::string_view name;
  Result<> (*set)(const Named&, Decoded&);
};

constexpr std::array kFields = std::to_array<Field>({
    {"captured_at", set_captured_at},
    {"plate", set_plate},
    {"device_id", [](const Named& f, Decoded& r) { return set_text(f, r.facts.device_id); }},
    {"event_id", [](const Named& f, Decoded& r) { return set_text(f, r.facts.event_id); }},
    {"passage_id", [](const Named& f, Decoded& r) { return set_text(f, r.facts.passage_id); }},
    {"country", set_country},
    {"confidence", set_confidence},
    {"glyph_confidences", set_glyph_confidences},
    {"candidates", set_candidates},
    {"plate_box", set_plate_box},
    {"vehicle", set_vehicle},
    {"direction", set_direction},
    {"lane", set_lane},
    {"speed_kmh", set_speed},
    {"late", set_late},
    {"final", set_final},
    {"images", set_images},
});

Result<> set_field(const Named& field, Decoded& read) {
  for (const Field& known : kFields) {
    if (known.name == field.name) return known.set(field, read);
  }
  return {};
}

}  // namespace

Result<Decoded> read_bas(const JsonValue& value, UtcTime received_at) {
  JsonObject object;
  if (value.get(object) != simdjson::SUCCESS) return wrong("a read", "a JSON object");
  Decoded read;
  for (const auto& [key, field] : object) {
    if (!field.is_null()) TRY(set_field({key, field}, read));
  }
  if (read.facts.captured_at == UtcTime{})
    return fail(ErrorCode::kBadInput, "captured_at is missing");
  TRY(plausible_time(read.facts.captured_at, received_at));
  return read;
}

}  // namespace bas::cameras
