#include "cameras/hikvision_pictures.h"

#include <array>
#include <string>

#include "cameras/facts.h"
#include "cameras/text.h"
#include "cameras/xml_tree.h"

namespace bas::cameras {

namespace {

// One `pictureInfo`: how its part may be named, and what it shows.
struct Announced {
  std::string_view picture_id;
  std::string_view file_name;
  std::string_view type;
};

struct Naming {
  std::string_view start;
  PictureRole role;
};
constexpr std::array kNamings = std::to_array<Naming>({
    {"licensePlatePicture", PictureRole::kPlate},
    {"detectionPicture", PictureRole::kOverview},
    {"panoramaPicture", PictureRole::kOverview},
    {"compositePicture", PictureRole::kOverview},
    {"vehiclePicture", PictureRole::kVehicle},
});

std::vector<Announced> announced_pictures(const pugi::xml_node& root) {
  std::vector<Announced> announced;
  visit_elements(root, [&announced](const pugi::xml_node& node) {
    const Announced picture{child_text(node, "pId"), child_text(node, "fileName"),
                            child_text(node, "type")};
    const bool is_one = !picture.picture_id.empty() || !picture.file_name.empty();
    if (is_one && announced.size() < kPartsMax) announced.push_back(picture);
  });
  return announced;
}

std::string_view without_extension(std::string_view name) {
  return name.substr(0, name.rfind('.'));
}

bool is_same_file(std::string_view a, std::string_view b) {
  return !a.empty() && equal_ignoring_case(without_extension(a), without_extension(b));
}

bool names(const Announced& picture, const Part& part) {
  return (!picture.picture_id.empty() && picture.picture_id == part.name) ||
         is_same_file(picture.file_name, part.name) ||
         is_same_file(picture.file_name, part.file_name);
}

bool shows_people(std::string_view label) {
  const std::string lower = to_lower(label);
  return contains(lower, "pilot") || contains(lower, "pedestrian") || contains(lower, "face");
}

PictureRole role_from_label(std::string_view label) {
  for (const Naming& naming : kNamings) {
    if (starts_with_ignoring_case(label, naming.start)) return naming.role;
  }
  return PictureRole::kOther;
}

// Every name the message gives a part, the part's own first.
std::vector<std::string_view> labels_of(const Part& part, const std::vector<Announced>& announced) {
  std::vector<std::string_view> labels{part.file_name, part.name};
  for (const Announced& picture : announced) {
    if (names(picture, part)) labels.insert(labels.end(), {picture.file_name, picture.type});
  }
  return labels;
}

std::optional<PictureRole> wanted_role(const std::vector<std::string_view>& labels) {
  PictureRole role = PictureRole::kOther;
  for (const std::string_view label : labels) {
    if (shows_people(label)) return std::nullopt;
    if (role == PictureRole::kOther) role = role_from_label(label);
  }
  return role;
}

std::optional<PlateBox> box_of(const pugi::xml_node& rect, double whole) {
  const auto x = parse_number(child_text(rect, "x"));
  const auto y = parse_number(child_text(rect, "y"));
  const auto width = parse_number(child_text(rect, "width"));
  const auto height = parse_number(child_text(rect, "height"));
  if (!x || !y || !width || !height) return std::nullopt;
  return plausible_box({*x / whole, *y / whole, *width / whole, *height / whole});
}

}  // namespace

std::optional<PlateBox> plate_box_of(const pugi::xml_node& anpr) {
  std::optional<PlateBox> box = box_of(child(anpr, "Rect"), 1);
  visit_elements(anpr, [&box](const pugi::xml_node& node) {
    if (!box && equal_ignoring_case(local_name(node), "plateRect")) box = box_of(node, 1000);
  });
  return box;
}

std::string_view first_picture_time(const pugi::xml_node& root) {
  std::string_view time;
  visit_elements(root, [&time](const pugi::xml_node& node) {
    if (time.empty()) time = child_text(node, "absTime");
  });
  return time;
}

std::vector<Picture> event_pictures(const pugi::xml_node& root, const Parts& parts) {
  const std::vector<Announced> announced = announced_pictures(root);
  std::vector<Picture> pictures;
  for (const Part* const part : pictures_of(parts)) {
    const auto role = wanted_role(labels_of(*part, announced));
    if (role) add_picture(pictures, *role, std::string(part->body));
  }
  return pictures;
}

}  // namespace bas::cameras
