#include "cameras/facts.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "base/encode.h"
#include "base/text.h"
#include "cameras/text.h"

namespace bas::cameras {

namespace {

template <std::size_t kCount>
bool is_one_of(std::string_view text, const std::array<std::string_view, kCount>& words) {
  return std::any_of(words.begin(), words.end(),
                     [text](std::string_view word) { return equal_ignoring_case(text, word); });
}

constexpr std::array<std::string_view, 6> kNoWords{"unknown", "unk", "other", "none", "-", "n/a"};

constexpr std::array<std::string_view, 11> kNoPlates{
    "unknown", "noplate", "no plate", "no_plate", "none",    "*",
    "%s",      "-",       "null",     "$plate$",  "{plate}",
};

bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

// At most `bytes_max` bytes of UTF-8, cut between glyphs.
std::string_view cut_bytes(std::string_view text, std::size_t bytes_max) {
  if (text.size() <= bytes_max) return text;
  std::size_t end = bytes_max;
  while (end > 0 && is_continuation(text[end])) --end;
  return text.substr(0, end);
}

std::string_view cut_glyphs(std::string_view text, std::size_t glyphs_max) {
  std::size_t glyphs = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!is_continuation(text[i]) && ++glyphs > glyphs_max) return text.substr(0, i);
  }
  return text;
}

bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }

}  // namespace

std::string bounded_text(std::string_view text) {
  // A repair makes a text longer, so a cut before keeps the work small, one after the promise.
  std::string valid = repaired_utf8(trimmed(text).substr(0, 2 * kTextBytesMax));
  std::erase_if(valid, is_control);
  valid.resize(cut_bytes(valid, kTextBytesMax).size());
  return valid;
}

std::string bounded_word(std::string_view text) {
  std::string word = to_lower(bounded_text(text));
  return is_one_of(word, kNoWords) ? std::string{} : word;
}

std::string plate_text(std::string_view text) {
  std::string plate = bounded_text(text);
  if (is_one_of(plate, kNoPlates)) return {};
  plate.resize(cut_glyphs(plate, kPlateGlyphsMax).size());
  return plate;
}

std::optional<double> from_percent(std::optional<double> value) {
  if (!value || !(*value >= 0 && *value <= 100)) return std::nullopt;
  return *value / 100;
}

std::optional<double> from_fraction_or_percent(std::optional<double> value) {
  if (value && *value >= 0 && *value <= 1) return value;
  return from_percent(value);
}

std::optional<PlateBox> plausible_box(PlateBox box) {
  const bool is_in_frame = box.x >= 0 && box.x < 1 && box.y >= 0 && box.y < 1;
  const bool has_size = box.width > 0 && box.width <= 1 && box.height > 0 && box.height <= 1;
  if (!is_in_frame || !has_size) return std::nullopt;
  box.width = std::min(box.width, 1 - box.x);
  box.height = std::min(box.height, 1 - box.y);
  return box;
}

std::optional<double> plausible_speed(std::optional<double> speed_kmh) {
  if (!speed_kmh || !(*speed_kmh > 0 && *speed_kmh <= 400)) return std::nullopt;
  return speed_kmh;
}

std::optional<int> plausible_lane(std::optional<int> lane) {
  if (!lane || *lane < 0 || *lane > 99) return std::nullopt;
  return lane;
}

void add_picture(std::vector<Picture>& pictures, PictureRole role, std::string bytes) {
  if (pictures.size() == kPicturesMax || picture_mime(bytes).empty()) return;
  pictures.push_back({role, std::move(bytes)});
}

void add_base64_picture(std::vector<Picture>& pictures, PictureRole role, std::string_view base64) {
  if (base64.empty() || pictures.size() == kPicturesMax) return;
  if (auto bytes = from_base64(base64)) add_picture(pictures, role, std::move(*bytes));
}

Decoded status_of(std::string_view status) {
  Decoded decoded;
  decoded.kind = Kind::kStatus;
  decoded.status = bounded_word(status);
  return decoded;
}

Batch batch_of(Decoded decoded) {
  Batch batch;
  batch.decoded.push_back(std::move(decoded));
  return batch;
}

}  // namespace bas::cameras
