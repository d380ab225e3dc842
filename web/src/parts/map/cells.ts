// The approximate area of each municipality: all places nearer to its centre than to any other,
// cut off at a radius so that the edge of the province does not run to infinity. Pure.
import type { Municipality, Point } from './province';

export type Cell = { municipality: Municipality; ring: Point[]; borders: [Point, Point][] };

type Flat = readonly [x: number, y: number]; // km, on a plane good enough for one province
type Corner = { at: Flat; beyond: Municipality | null }; // who lies behind the edge that starts here

const RADIUS_KM = 7.5;
const SIDES = 40;
const KM_PER_DEGREE = 111.32;
const EAST_SCALE = KM_PER_DEGREE * Math.cos((51.26 * Math.PI) / 180);

const flat = ([longitude, latitude]: Point): Flat => [
  longitude * EAST_SCALE,
  latitude * KM_PER_DEGREE,
];
const round = ([x, y]: Flat): Point => [x / EAST_SCALE, y / KM_PER_DEGREE];

export function cells_of(municipalities: readonly Municipality[]): Cell[] {
  return municipalities.map((municipality) => {
    const own = flat(municipality.centre);
    const others = municipalities.filter((other) => other !== municipality);
    const corners = others.reduce((left, other) => cut(left, own, other), circle(own));
    return { municipality, ring: ring_of(corners), borders: borders_of(corners, municipality) };
  });
}

function circle([x, y]: Flat): Corner[] {
  return Array.from({ length: SIDES }, (_, side) => {
    const angle = (side / SIDES) * 2 * Math.PI;
    const at = [x + RADIUS_KM * Math.cos(angle), y + RADIUS_KM * Math.sin(angle)] as const;
    return { at, beyond: null };
  });
}

// Keeps the part of the area that is nearer to `own` than to the other centre.
function cut(corners: readonly Corner[], own: Flat, other: Municipality): Corner[] {
  const [ox, oy] = flat(other.centre);
  const [mx, my] = [(own[0] + ox) / 2, (own[1] + oy) / 2];
  const outside = ([x, y]: Flat) => (x - mx) * (ox - own[0]) + (y - my) * (oy - own[1]);
  return corners.flatMap((corner, index) => {
    const next = corners[(index + 1) % corners.length] ?? corner;
    const [here, there] = [outside(corner.at), outside(next.at)];
    const kept = here <= 0 ? [corner] : [];
    if (here <= 0 === there <= 0) return kept;
    const share = here / (here - there);
    const at = [
      corner.at[0] + share * (next.at[0] - corner.at[0]),
      corner.at[1] + share * (next.at[1] - corner.at[1]),
    ] as const;
    return [...kept, { at, beyond: here <= 0 ? other : corner.beyond }];
  });
}

function ring_of(corners: readonly Corner[]): Point[] {
  const points = corners.map(({ at }) => round(at));
  return points[0] ? [...points, points[0]] : [];
}

// The edges at which another zone begins, or nobody's land.
function borders_of(corners: readonly Corner[], own: Municipality): [Point, Point][] {
  return corners.flatMap((corner, index) => {
    if (corner.beyond?.zone === own.zone) return [];
    const next = corners[(index + 1) % corners.length] ?? corner;
    return [[round(corner.at), round(next.at)] as [Point, Point]];
  });
}
