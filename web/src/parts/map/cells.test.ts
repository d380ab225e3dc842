import { expect, it } from 'vitest';
import { cells_of } from './cells';
import { MUNICIPALITIES, type Point, ROADS, ZONES } from './province';

const cells = cells_of(MUNICIPALITIES);

// Even-odd rule.
function is_inside([x, y]: Point, ring: readonly Point[]): boolean {
  return ring.slice(1).reduce((inside, [bx, by], index) => {
    const [ax, ay] = ring[index] as Point;
    const crosses = ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax;
    return crosses ? !inside : inside;
  }, false);
}

it('gives each of the seventeen municipalities an area around its own centre only', () => {
  expect(cells).toHaveLength(17);
  for (const { municipality, ring } of cells) {
    const owners = MUNICIPALITIES.filter(({ centre }) => is_inside(centre, ring));
    expect(owners.map(({ name }) => name)).toEqual([municipality.name]);
    expect(ring.at(0)).toEqual(ring.at(-1));
  }
});

it('draws a border where a zone ends and none inside it', () => {
  const cell = (name: string) => cells.find(({ municipality }) => municipality.name === name);
  expect(cell('Baarle-Hertog')?.borders.length).toBeGreaterThan(0);
  const inner = cell('Herentals');
  const edges = (inner?.ring.length ?? 1) - 1;
  expect(inner?.borders.length).toBeLessThan(edges);
});

it('knows a tint for every zone, and roads that stay in the province', () => {
  expect(new Set(MUNICIPALITIES.map(({ zone }) => zone))).toEqual(new Set(ZONES));
  for (const [longitude, latitude] of ROADS.flatMap(({ points }) => points)) {
    expect(longitude).toBeGreaterThan(4.3);
    expect(longitude).toBeLessThan(5.2);
    expect(latitude).toBeGreaterThan(51);
    expect(latitude).toBeLessThan(51.6);
  }
});
