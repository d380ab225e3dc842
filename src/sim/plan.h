// The province the simulator drives through: four zones, seventeen municipalities, thirteen roads,
// and cameras placed along those roads.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace bas::sim {

// WGS 84 degrees.
struct Point {
  double latitude = 0;
  double longitude = 0;
};

// Great-circle distance.
double distance_km(Point a, Point b);
// 0 = north, clockwise, below 360.
double bearing_deg(Point from, Point to);

// The wire format a simulated camera speaks.
enum class Protocol { kHikvision, kAxis, kOpenalpr, kBas };
inline constexpr int kProtocolCount = 4;

// "hikvision", "axis", "openalpr", "bas".
std::string_view name_of(Protocol protocol);

enum class RoadKind { kMotorway, kRegional, kTown };

struct PlannedZone {
  std::string code;
  std::string name;
};

struct Municipality {
  std::string nis;  // code of the federal register
  std::string name;
  Point centre;
  int zone = 0;  // index in ProvincePlan::zones
  int inhabitants = 0;
};

struct Road {
  std::string name;
  std::vector<Point> points;
  int limit_kmh = 70;
  RoadKind kind = RoadKind::kRegional;
};

struct PlannedSite {
  std::string name;
  Point place;
  int zone = 0;            // index in ProvincePlan::zones
  int municipality = 0;    // index in ProvincePlan::municipalities
  int road = 0;            // index in ProvincePlan::roads
  double position_km = 0;  // along the road from its first point
  RoadKind surroundings = RoadKind::kRegional;
  int limit_kmh = 70;
};

// Which way along the road the watched traffic drives.
enum class Along { kForward, kBackward };

struct PlannedCamera {
  std::string name;       // unique in the plan
  std::string device_id;  // the serial number it sends, unique in the plan
  int site = 0;           // index in ProvincePlan::sites
  int zone = 0;
  Along along = Along::kForward;
  double heading_deg = 0;  // where the watched traffic drives to; 0 = north, clockwise
  int lanes = 1;
  bool sees_front = true;  // vehicles come towards it; otherwise it sees them from behind
  Protocol protocol = Protocol::kBas;
};

struct ProvincePlan {
  std::vector<PlannedZone> zones;
  std::vector<Municipality> municipalities;
  std::vector<Road> roads;
  std::vector<PlannedSite> sites;
  std::vector<PlannedCamera> cameras;
};

// Always the same plan for the same arguments. Cameras are spread by the inhabitants of the places
// a road passes and by the road's importance, one or two on a site. `protocols` empty: all; given:
// cameras speak these in turn. `cameras` 1 to 5000.
ProvincePlan make_province(int cameras = 150, const std::vector<Protocol>& protocols = {});

}  // namespace bas::sim
