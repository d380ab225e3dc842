import { expect, it } from 'vitest';
import { last_days } from './period';

it('counts today as one of the days', () => {
  const noon = Date.parse('2026-11-28T12:00:00Z');
  expect(last_days(7, noon)).toEqual({ from: '2026-11-22', to: '2026-11-28' });
});

it('takes the day of Brussels, also in the hour after midnight', () => {
  expect(last_days(7, Date.parse('2026-11-28T23:30:00Z')).to).toBe('2026-11-29');
  expect(last_days(7, Date.parse('2026-07-28T22:30:00Z')).to).toBe('2026-07-29');
});

it('steps over the days of 23 and of 25 hours', () => {
  expect(last_days(28, Date.parse('2026-11-01T12:00:00Z')).from).toBe('2026-10-05');
  expect(last_days(28, Date.parse('2026-04-01T12:00:00Z')).from).toBe('2026-03-05');
});
