import { expect, it } from 'vitest';
import { palette_at, palette_in_car } from './palette_clock';
import { is_sun_up } from './sun';

const MINUTE = 60_000;

// Sunrise and sunset at Brussels (Uccle), UTC, rounded to the minute.
it.each([
  ['2026-03-20', '05:46', '17:53'],
  ['2026-06-21', '03:29', '20:00'],
  ['2026-09-23', '05:31', '17:39'],
  ['2026-12-21', '07:43', '15:39'],
])('knows when the sun rises and sets on %s', (day, rises, sets) => {
  const at = (clock: string, minutes: number) =>
    Date.parse(`${day}T${clock}:00Z`) + minutes * MINUTE;
  expect(is_sun_up(at(rises, -4))).toBe(false);
  expect(is_sun_up(at(rises, 4))).toBe(true);
  expect(is_sun_up(at(sets, -4))).toBe(true);
  expect(is_sun_up(at(sets, 4))).toBe(false);
});

it.each([
  ['2026-12-21T12:00:00Z', 'day'],
  ['2026-12-21T17:00:00Z', 'dusk'],
  ['2026-12-21T20:59:00Z', 'dusk'],
  ['2026-12-21T21:00:00Z', 'night'], // 22:00 in Brussels
  ['2026-12-22T04:59:00Z', 'night'],
  ['2026-12-22T05:00:00Z', 'dusk'],
  ['2026-06-21T04:30:00Z', 'day'],
])('gives %s the palette %s', (at, palette) => {
  expect(palette_at(Date.parse(at))).toBe(palette);
});

it('turns dark in a car by itself, and as dark as was chosen', () => {
  const [noon, evening] = ['2026-12-21T12:00:00Z', '2026-12-21T17:00:00Z'].map(Date.parse);
  expect(palette_in_car(noon as number, 'night')).toBe('day');
  expect(palette_in_car(evening as number, 'day')).toBe('dusk');
  expect(palette_in_car(evening as number, 'night')).toBe('night');
});
