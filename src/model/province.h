// Who and where: zones, their sites and cameras.
#pragma once

#include <optional>
#include <string>

#include "base/id.h"
#include "base/time.h"
#include "model/name_table.h"

namespace bas {

// A police zone: the data controller of its cameras and lists. `code` is unique, such as "5364".
struct Zone {
  Id id;
  std::string code;
  std::string name;
};

// A place where cameras stand. WGS 84 degrees.
struct Site {
  Id id;
  Id zone;
  std::string name;
  double latitude = 0;
  double longitude = 0;
  std::string municipality;      // name
  std::string municipality_nis;  // code of the federal register, such as "13040"
  std::string road;
};

// By which act a camera stands; how long its reads are kept follows from it (rule R7). In this
// order each keeps less than the one before: what is made of several keeps as the last of them.
enum class LegalSource : std::uint8_t { kPoliceAct, kDesignatedPlace, kCameraAct };
inline constexpr NameTable<LegalSource, 3> kLegalSourceNames{
    {"police_act", "designated_place", "camera_act"}};

// What a council decided of a camera: for how long it stands, and where (rule R5).
struct CouncilDecision {
  UtcTime from;
  UtcTime until;          // not of it any more
  std::string area;       // in words, as the decision has it
  std::string reference;  // its number or date

  bool covers(UtcTime at) const { return from <= at && at < until; }
};

// A device on a site. `key_sha256` is the digest of the key in its ingest address.
struct Camera {
  Id id;
  Id zone;
  Id site;
  std::string name;
  std::string key_sha256;
  std::optional<double> heading_deg;  // 0 = north, clockwise
  int lanes = 1;
  bool is_disabled = false;
  UtcTime created_at;
  LegalSource source = LegalSource::kPoliceAct;
  std::optional<CouncilDecision> decision = std::nullopt;   // none is on file
  std::optional<UtcTime> maintenance_until = std::nullopt;  // somebody works on it until then
};

}  // namespace bas
