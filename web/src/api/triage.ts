// Who is looked at first: seriousness × probability × freshness × distance to a unit. The server
// gives the first two as a weight with its half-life; time and place are of this desk.
import type { Camera, Hit, Incident } from './generated';

const KM_THAT_HALVE = 25;
const EARTH_KM = 6371;

type Place = { latitude: number; longitude: number };

export function km_between(a: Place, b: Place): number {
  const rad = Math.PI / 180;
  const haversine =
    Math.sin(((b.latitude - a.latitude) * rad) / 2) ** 2 +
    Math.cos(a.latitude * rad) *
      Math.cos(b.latitude * rad) *
      Math.sin(((b.longitude - a.longitude) * rad) / 2) ** 2;
  return 2 * EARTH_KM * Math.asin(Math.sqrt(haversine));
}

// Where units of a zone may be: at its own sites, for want of better knowledge.
export function places_of_zone(cameras: readonly Camera[], zone: string | undefined): Place[] {
  return cameras.flatMap(({ zone: of, site }) => (of.code === zone && site ? [site] : []));
}

export function urgency(hit: Hit, now: number, units: readonly Place[]): number {
  const { weight, half_life_s } = hit.urgency;
  const age_s = Math.max(0, now - Date.parse(hit.captured_at)) / 1000;
  const ways = units.map((unit) => km_between(unit, hit.camera.site));
  const km = ways.length > 0 ? Math.min(...ways) : 0;
  return (weight * 2 ** (-age_s / half_life_s)) / (1 + km / KM_THAT_HALVE);
}

// What waits for somebody first, and of that the most urgent; what is closed by when it was seen.
export function in_triage(
  incidents: readonly Incident[],
  now: number,
  units: readonly Place[],
): Incident[] {
  const ranked = incidents.map((incident) => ({
    incident,
    rank: incident.open ? urgency(incident.last_hit, now, units) : 0,
  }));
  return ranked
    .toSorted(
      (a, b) =>
        Number(b.incident.open) - Number(a.incident.open) ||
        b.rank - a.rank ||
        b.incident.last_at.localeCompare(a.incident.last_at) ||
        (a.incident.id < b.incident.id ? 1 : -1),
    )
    .map(({ incident }) => incident);
}
