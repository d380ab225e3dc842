// What the map shows, as features of its sources. Pure.
import type { Camera, Hit, NextCamera } from '../../api/generated';
import { level_of } from '../signs/priority';
import { health_of, worst } from './health';
import type { Point } from './province';

type Place = { latitude: number; longitude: number };

export type HitMark = { id: string; priority: number; site: Place };
export type Awaited = { from: Place; next: NextCamera; rank: number; when: string };

export type Marks = {
  sites: GeoJSON.Feature[];
  hits: GeoJSON.Feature[];
  chosen: GeoJSON.Feature[];
  pursuits: GeoJSON.Feature[];
  awaited: GeoJSON.Feature[];
  ways: GeoJSON.Feature[];
  trail: GeoJSON.Feature[];
  measured: GeoJSON.Feature[];
};
export const NO_MARKS: Marks = {
  sites: [],
  hits: [],
  chosen: [],
  pursuits: [],
  awaited: [],
  ways: [],
  trail: [],
  measured: [],
};

export const at_of = ({ longitude, latitude }: Place): Point => [longitude, latitude];

const point = (at: Point, properties: GeoJSON.GeoJsonProperties): GeoJSON.Feature => ({
  type: 'Feature',
  geometry: { type: 'Point', coordinates: [...at] },
  properties,
});

const line = (points: readonly Point[], properties = {}): GeoJSON.Feature => ({
  type: 'Feature',
  geometry: { type: 'LineString', coordinates: points.map((at) => [...at]) },
  properties,
});

// In the order in which the groups are met.
export function grouped<T>(all: readonly T[], key: (one: T) => string): T[][] {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const group = groups.get(key(one));
    if (group) group.push(one);
    else groups.set(key(one), [one]);
  }
  return [...groups.values()];
}

// One mark a site, with the health of its worst camera.
export function site_marks(cameras: readonly Camera[], now: number, chosen?: string) {
  return grouped(cameras, ({ site }) => site.id).flatMap((members) => {
    const [first] = members;
    if (!first) return [];
    const health = worst(members.map((camera) => health_of(camera, now)));
    const is_chosen = members.some(({ id }) => id === chosen);
    return [point(at_of(first.site), { id: first.site.id, health, chosen: is_chosen })];
  });
}

export function hit_marks(hits: readonly HitMark[]) {
  return hits.map(({ id, priority, site }) =>
    point(at_of(site), { id, level: level_of(priority) }),
  );
}

// The ring around the chosen hit: a source of its own, so that thousands are not put down anew for
// each that is chosen.
export function chosen_marks(site: Place | undefined) {
  return site ? [point(at_of(site), {})] : [];
}

export function pursuit_marks(pursuits: readonly { id: string; site: Place }[]) {
  return pursuits.map(({ id, site }) => point(at_of(site), { id }));
}

export function awaited_marks(all: readonly Awaited[]) {
  return all.map(({ next, rank, when }) =>
    point(at_of(next.camera.site), { id: next.camera.id, rank: String(rank), when }),
  );
}

export function way_marks(all: readonly Awaited[]) {
  return all.map(({ from, next }) =>
    line([at_of(from), at_of(next.camera.site)], { share: next.probability }),
  );
}

export function trail_marks(trail: readonly Hit[]) {
  return trail.length > 1 ? [line(trail.map(({ camera }) => at_of(camera.site)))] : [];
}

export function measured_marks(points: readonly Point[]) {
  const dots = points.map((at) => point(at, {}));
  return points.length > 1 ? [line(points), ...dots] : dots;
}

// Of marks that lie on one another each click takes the next.
export function next_of(ids: readonly string[], chosen: string | undefined): string | undefined {
  return ids[(ids.indexOf(chosen ?? '') + 1) % ids.length];
}
