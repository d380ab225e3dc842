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
  return urgency_at(hit, now, km_to_unit(hit.camera.site, units));
}

function urgency_at(hit: Hit, now: number, km: number): number {
  const { weight, half_life_s } = hit.urgency;
  const age_s = Math.max(0, now - Date.parse(hit.captured_at)) / 1000;
  return (weight * 2 ** (-age_s / half_life_s)) / (1 + km / KM_THAT_HALVE);
}

function km_to_unit(site: Place, units: readonly Place[]): number {
  const ways = units.map((unit) => km_between(unit, site));
  return ways.length > 0 ? Math.min(...ways) : 0;
}

// Thousands of hits come from a few places: the way to each is measured once.
function ways_to_units(units: readonly Place[]): (site: Place) => number {
  const known = new Map<string, number>();
  return (site) => {
    const place = `${site.latitude} ${site.longitude}`;
    const km = known.get(place) ?? km_to_unit(site, units);
    known.set(place, km);
    return km;
  };
}

// What waits for somebody first, and of that the most urgent; what is closed by when it was seen.
export function in_triage(
  incidents: readonly Incident[],
  now: number,
  units: readonly Place[],
): Incident[] {
  const km_to = ways_to_units(units);
  const rank_of = ({ last_hit: hit }: Incident) => urgency_at(hit, now, km_to(hit.camera.site));
  const ranked = incidents.map((incident) => ({
    incident,
    rank: incident.open ? rank_of(incident) : 0,
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
