import { expect, test } from 'vitest';
import { instant, typed_time } from './instant';

test('what is typed is the clock of Brussels, in winter and in summer', () => {
  expect(instant('2026-11-27T14:02')).toBe('2026-11-27T13:02:00.000Z');
  expect(instant('2026-07-01T00:30')).toBe('2026-06-30T22:30:00.000Z');
});

test('what is shown is typed back to the same minute, also around a change of the clocks', () => {
  for (const at of [
    '2026-03-29T00:59',
    '2026-03-29T01:00',
    '2026-10-25T02:00',
    '2026-12-31T23:30',
  ]) {
    const ms = Date.parse(`${at}:00Z`);
    expect(Date.parse(instant(typed_time(ms)))).toBe(ms);
  }
});

test('a time that no clock shows is an hour beside it', () => {
  const ms = Date.parse(instant('2026-03-29T02:30'));
  expect(Math.abs(ms - Date.parse('2026-03-29T01:00:00Z'))).toBeLessThanOrEqual(3_600_000);
});
