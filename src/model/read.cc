#include "model/read.h"

#include <array>
#include <utility>

namespace bas {

namespace {

constexpr std::array<std::pair<Direction, std::string_view>, 5> kDirections{{
    {Direction::kUnknown, "unknown"},
    {Direction::kApproaching, "approaching"},
    {Direction::kReceding, "receding"},
    {Direction::kIn, "in"},
    {Direction::kOut, "out"},
}};

constexpr std::array<std::pair<PictureRole, std::string_view>, 4> kPictureRoles{{
    {PictureRole::kPlate, "plate"},
    {PictureRole::kOverview, "overview"},
    {PictureRole::kVehicle, "vehicle"},
    {PictureRole::kOther, "other"},
}};

template <typename Table, typename Key>
std::string_view name_in(const Table& table, Key key) {
  for (const auto& [value, name] : table) {
    if (value == key) return name;
  }
  return {};
}

template <typename Value, std::size_t kCount>
std::optional<Value> value_in(const std::array<std::pair<Value, std::string_view>, kCount>& table,
                              std::string_view wanted) {
  for (const auto& [value, name] : table) {
    if (name == wanted) return value;
  }
  return std::nullopt;
}

}  // namespace

std::string_view name_of(Direction direction) { return name_in(kDirections, direction); }
std::string_view name_of(PictureRole role) { return name_in(kPictureRoles, role); }

std::optional<PictureRole> picture_role_from(std::string_view name) {
  return value_in(kPictureRoles, name);
}

std::optional<Direction> direction_from(std::string_view name) {
  return value_in(kDirections, name);
}

std::string_view picture_mime(std::string_view bytes) {
  if (bytes.starts_with("\xFF\xD8\xFF")) return "image/jpeg";
  if (bytes.starts_with("\x89PNG")) return "image/png";
  if (bytes.starts_with("RIFF") && bytes.size() > 12 && bytes.substr(8, 4) == "WEBP") {
    return "image/webp";
  }
  if (bytes.starts_with("BM") && bytes.size() > 26) return "image/bmp";
  return {};
}

}  // namespace bas
