import { expect, it } from 'vitest';
import type { Camera } from '../../api/generated';
import { count_healths, FIRST_ORDER, next_order, sorted, wanted_of } from './camera_order';

const NOW = Date.parse('2026-11-23T20:00:00.000Z');
const ago = (minutes: number) => new Date(NOW - minutes * 60_000).toISOString();

const kempen = { code: '5364', name: 'Noorderkempen' };
const neteland = { code: '5352', name: 'Neteland' };
const camera = (name: string, change: Partial<Camera> = {}) =>
  ({
    id: name,
    name,
    zone: kempen,
    site: { name: 'N12 Malle', road: 'N12', municipality: 'Malle' },
    disabled: false,
    reads: 0,
    quarantined: 0,
    ...change,
  }) as Camera;

const well = camera('A1', { reads: 9, last_read_at: ago(1) });
const silent = camera('B1', { reads: 20, last_read_at: ago(60), zone: neteland });
const fresh = camera('C1', { site: { ...well.site, name: 'Été-Brécht' } });
const all = [well, silent, fresh];
const names = (cameras: readonly Camera[]) => cameras.map(({ name }) => name);

it('puts the worst first, and turns around when the column is chosen again', () => {
  expect(names(sorted(all, FIRST_ORDER, NOW))).toEqual(['B1', 'C1', 'A1']);
  const turned = next_order(FIRST_ORDER, 'health');
  expect(names(sorted(all, turned, NOW))).toEqual(['A1', 'C1', 'B1']);
  expect(names(sorted(all, next_order(turned, 'reads'), NOW))).toEqual(['B1', 'A1', 'C1']);
  expect(names(sorted(all, { column: 'seen', direction: 'up' }, NOW))).toEqual(['C1', 'B1', 'A1']);
});

it('finds by words without accents, by zone and by health', () => {
  const nothing = { text: '', zone: undefined, health: undefined };
  expect(names(wanted_of(all, nothing, NOW))).toEqual(['A1', 'B1', 'C1']);
  expect(names(wanted_of(all, { ...nothing, text: 'ete brecht' }, NOW))).toEqual(['C1']);
  expect(names(wanted_of(all, { ...nothing, text: 'neteland' }, NOW))).toEqual(['B1']);
  expect(names(wanted_of(all, { ...nothing, zone: '5364' }, NOW))).toEqual(['A1', 'C1']);
  expect(names(wanted_of(all, { ...nothing, health: 'never' }, NOW))).toEqual(['C1']);
});

it('counts each health', () => {
  expect(count_healths(all, NOW)).toMatchObject({ well: 1, silent: 1, never: 1, off: 0 });
});
