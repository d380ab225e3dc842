import { expect, it } from 'vitest';
import { sample_list } from '../../testing/lists';
import { age_share, FIRST_ORDER, next_order, sorted } from './list_order';

const now = Date.parse('2026-11-23T12:00:00.000Z');
const stolen = sample_list({ name: 'stolen', title: 'Stolen', priority: 2, entries: 900 });
const missing = sample_list({ name: 'missing', title: 'Missing', priority: 1, entries: 12 });
const old = sample_list({
  name: 'uninsured',
  title: '',
  priority: 2,
  confirmed_at: '2026-11-22T12:00:00.000Z',
  max_age_s: 43_200,
});
const names = (lists: readonly { name: string }[]) => lists.map(({ name }) => name);

it('puts the most urgent first, and equals by title', () => {
  expect(names(sorted([old, stolen, missing], FIRST_ORDER, now))).toEqual([
    'missing',
    'stolen',
    'uninsured',
  ]);
});

it('shows amounts from the largest, and turns round when asked again', () => {
  const first = next_order(FIRST_ORDER, 'entries');
  expect(first).toEqual({ column: 'entries', direction: 'down' });
  expect(names(sorted([missing, stolen], first, now))).toEqual(['stolen', 'missing']);
  const again = next_order(first, 'entries');
  expect(names(sorted([stolen, missing], again, now))).toEqual(['missing', 'stolen']);
});

it('knows how much of its age a list has used', () => {
  expect(age_share(old, now)).toBe(2);
  expect(age_share({ ...old, max_age_s: 172_800 }, now)).toBe(0.5);
});

it('claims no age where no source confirms or none is set', () => {
  const { confirmed_at: _, ...never } = old;
  expect(age_share(never, now)).toBeNull();
  const { max_age_s: __, ...unlimited } = old;
  expect(age_share(unlimited, now)).toBeNull();
});

it('has what is nearest its end first when sorted by freshness', () => {
  const order = next_order(FIRST_ORDER, 'freshness');
  expect(names(sorted([stolen, old], order, now))[0]).toBe('uninsured');
});
