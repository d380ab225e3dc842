// A read: one plate seen by one camera at one moment, with pictures and what the camera said of it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/id.h"
#include "base/time.h"
#include "model/province.h"
#include "model/vehicle.h"

namespace bas {

// Fractions 0..1 of the frame, origin top left.
struct PlateBox {
  double x = 0;
  double y = 0;
  double width = 0;
  double height = 0;
};

enum class Direction { kUnknown, kApproaching, kReceding, kIn, kOut };

// Another reading the camera considered. `confidence` 0..1.
struct Candidate {
  std::string plate_raw;
  double confidence = 0;
};

// What a camera said of one passage, before the province adds where and to whom it belongs.
struct ReadFacts {
  std::string protocol;    // the adapter's name, such as "hikvision"
  std::string device_id;   // as the device names itself; may be empty
  std::string event_id;    // key of this message within the device; may be empty
  std::string passage_id;  // shared by all messages of one passage; may be empty
  UtcTime captured_at;
  std::string plate_raw;             // as sent, valid UTF-8; empty when the plate was not readable
  std::string country;               // ISO 3166-1 alpha-2 or empty
  std::optional<double> confidence;  // 0..1
  std::vector<double> glyph_confidences;  // 0..1; length may differ from the plate's
  std::vector<Candidate> candidates;
  std::optional<PlateBox> plate_box;
  Vehicle vehicle;
  Direction direction = Direction::kUnknown;
  std::optional<int> lane;
  std::optional<double> speed_kmh;
  bool is_late = false;  // the device says it is delivering a backlog
  bool is_final = true;  // false: the device announced that a better message follows
};

enum class PictureRole { kPlate, kOverview, kVehicle, kOther };

// A picture as it arrived. `bytes` is the file (JPEG, PNG, WebP, BMP by its first bytes).
struct Picture {
  PictureRole role = PictureRole::kOther;
  std::string bytes;
};

// Where a sealed blob lies.
struct BlobRef {
  Day day;
  std::uint32_t segment = 0;
  std::uint64_t offset = 0;
  std::uint32_t length = 0;
};

// A picture as it is kept: sealed under the read's day; `bytes` is the length before sealing.
struct StoredPicture {
  PictureRole role = PictureRole::kOther;
  BlobRef blob;
  std::uint32_t bytes = 0;
};

// A read as the system knows it.
struct Read {
  Id id;
  Id camera;
  Id site;
  Id zone;
  UtcTime received_at;
  std::string plate;  // canonical form of facts.plate_raw
  ReadFacts facts;
  std::vector<StoredPicture> pictures;
  LegalSource source = LegalSource::kPoliceAct;  // that of its camera when it came
};

std::string_view name_of(Direction direction);
std::string_view name_of(PictureRole role);
std::optional<PictureRole> picture_role_from(std::string_view name);
std::optional<Direction> direction_from(std::string_view name);

// "image/jpeg", "image/png", "image/webp", "image/bmp" by the first bytes; empty when none of them.
std::string_view picture_mime(std::string_view bytes);

}  // namespace bas
