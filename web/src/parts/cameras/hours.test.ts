import { expect, it } from 'vitest';
import { HOUR_MS, last_hours, most_of } from './hours';

const NOW = Date.parse('2026-11-23T20:20:00.000Z');
const at = (hours: number) => new Date(Date.parse('2026-11-23T20:00:00.000Z') + hours * HOUR_MS);
const hour = (ago: number, reads: number) => ({ from: at(-ago).toISOString(), reads });

it('sets each hour beside the same one of last week', () => {
  const hours = [hour(168, 40), hour(1, 7), hour(0, 3)];
  const shown = last_hours({ since: at(-400).toISOString(), hours, refusals: [] }, NOW);
  expect(shown).toHaveLength(24);
  expect(shown.at(-1)).toEqual({ from: at(0).getTime(), reads: 3, week_before: 40 });
  expect(shown.at(-2)).toEqual({ from: at(-1).getTime(), reads: 7, week_before: 0 });
  expect(most_of(shown)).toBe(40);
});

it('does not take an hour for empty in which the server did not run', () => {
  const since = new Date(at(-2).getTime() + 60_000).toISOString();
  const shown = last_hours({ since, hours: [hour(2, 5)], refusals: [] }, NOW);
  expect(shown.slice(-3).map(({ reads }) => reads)).toEqual([null, 0, 0]);
  expect(shown.every(({ week_before }) => week_before === null)).toBe(true);
});
