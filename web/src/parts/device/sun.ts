// Whether the sun is up over Brussels, good to about two minutes: the low-precision formulae of the
// Astronomical Almanac. Pure; all of Belgium is within a few minutes of it.
const LATITUDE = 50.85;
const LONGITUDE = 4.35;
const J2000_MS = Date.UTC(2000, 0, 1, 12);
const DAY_MS = 86_400_000;
const RISES_DEG = -0.833; // the upper edge of the disc, lifted by the air

const RAD = Math.PI / 180;
const sin = (degrees: number) => Math.sin(degrees * RAD);
const cos = (degrees: number) => Math.cos(degrees * RAD);

// How high the centre of the sun stands, in degrees; negative below the horizon.
export function sun_height(at: number): number {
  const days = (at - J2000_MS) / DAY_MS;
  const anomaly = 357.529 + 0.98560028 * days;
  const longitude = 280.459 + 0.98564736 * days + 1.915 * sin(anomaly) + 0.02 * sin(2 * anomaly);
  const tilt = 23.439 - 0.00000036 * days;
  const ascension = Math.atan2(cos(tilt) * sin(longitude), cos(longitude)) / RAD;
  const declination = Math.asin(sin(tilt) * sin(longitude)) / RAD;
  const sidereal = (18.697374558 + 24.06570982441908 * days) * 15 + LONGITUDE;
  const hour_angle = sidereal - ascension;
  const height =
    sin(LATITUDE) * sin(declination) + cos(LATITUDE) * cos(declination) * cos(hour_angle);
  return Math.asin(height) / RAD;
}

export const is_sun_up = (at: number): boolean => sun_height(at) > RISES_DEG;
