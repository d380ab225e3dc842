#include "match/daylight.h"

#include <cmath>
#include <numbers>

namespace bas::match {

namespace {

constexpr double kDuskDegrees = -3;
constexpr double kMsPerDay = 86'400'000;
constexpr double kDaysToJ2000 = 10'957.5;  // from 1970-01-01 to 2000-01-01 at noon

constexpr double radians(double degrees) { return degrees * std::numbers::pi / 180; }

}  // namespace

Light light_at(UtcTime time, Coordinates place) {
  const double days =
      static_cast<double>(time.time_since_epoch().count()) / kMsPerDay - kDaysToJ2000;
  const double anomaly = radians(357.529 + 0.98560028 * days);
  const double mean = 280.459 + 0.98564736 * days;
  const double ecliptic = radians(mean + 1.915 * std::sin(anomaly) + 0.020 * std::sin(2 * anomaly));
  const double tilt = radians(23.439 - 0.00000036 * days);
  const double declination = std::asin(std::sin(tilt) * std::sin(ecliptic));
  const double ascension = std::atan2(std::cos(tilt) * std::sin(ecliptic), std::cos(ecliptic));
  const double sidereal = radians(15 * (18.697374558 + 24.06570982441908 * days));
  const double hour_angle = sidereal + radians(place.longitude) - ascension;
  const double latitude = radians(place.latitude);
  const double height =
      std::asin(std::sin(latitude) * std::sin(declination) +
                std::cos(latitude) * std::cos(declination) * std::cos(hour_angle));
  return height > radians(kDuskDegrees) ? Light::kDay : Light::kNight;
}

}  // namespace bas::match
