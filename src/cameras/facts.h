// What every adapter does to a value before it becomes a fact: bounds, units, empty words.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "cameras/parts.h"
#include "model/read.h"

namespace bas::cameras {

inline constexpr std::size_t kPlateGlyphsMax = 32;
inline constexpr std::size_t kTextBytesMax = 256;
inline constexpr std::size_t kCandidatesMax = 16;
inline constexpr std::size_t kPicturesMax = 8;

// Valid UTF-8 of at most 256 bytes, without blanks at its ends and without control characters.
std::string bounded_text(std::string_view text);

// A free word in lower case; empty for "unknown", "unk", "other", "none" and "-".
std::string bounded_word(std::string_view text);

// A plate as sent, at most 32 glyphs; empty for what stands for no plate: "unknown", "noPlate",
// "*", "%s" and the like.
std::string plate_text(std::string_view text);

// 0..100 as 0..1; nothing outside.
std::optional<double> from_percent(std::optional<double> value);
// 0..1 as it is, above 1 up to 100 as percent; nothing outside.
std::optional<double> from_fraction_or_percent(std::optional<double> value);

// A box that lies in the frame, cut to it; nothing for one that is absurd.
std::optional<PlateBox> plausible_box(PlateBox box);

// Above 0 and at most 400 km/h: a 0 stands for "not measured".
std::optional<double> plausible_speed(std::optional<double> speed_kmh);

std::optional<int> plausible_lane(std::optional<int> lane);

// Adds a picture when it is one by its first bytes and the read has room for it.
void add_picture(std::vector<Picture>& pictures, PictureRole role, std::string bytes);

// As before, for base64 text; what is elided or broken adds nothing.
void add_base64_picture(std::vector<Picture>& pictures, PictureRole role, std::string_view base64);

// A status without any fact but where it came from.
Decoded status_of(std::string_view status);

// A batch of one.
Batch batch_of(Decoded decoded);

}  // namespace bas::cameras
