// What a Hikvision event says of its pictures, and the parts that hold them.
#pragma once

#include <pugixml.hpp>

#include <optional>
#include <string_view>
#include <vector>

#include "cameras/parts.h"
#include "model/read.h"

namespace bas::cameras {

// `Rect` in fractions, else the first plausible `plateRect` in thousandths of the frame.
std::optional<PlateBox> plate_box_of(const pugi::xml_node& anpr);

// The text of the first `absTime`; empty when there is none.
std::string_view first_picture_time(const pugi::xml_node& root);

// The pictures with their roles. Crops of driver and passenger and pictures of people on foot are
// left out: no purpose of this system needs them.
std::vector<Picture> event_pictures(const pugi::xml_node& root, const Parts& parts);

}  // namespace bas::cameras
