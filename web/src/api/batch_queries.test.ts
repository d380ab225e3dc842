import { expect, it } from 'vitest';
import { first_day, open_in } from './batch_queries';
import type { Batch } from './generated';

const batch = (day: string, open: number, ready = true): Batch => ({
  day,
  vehicles: 9,
  open,
  ready,
  ready_at: `${day}T23:00:00Z`,
});

it('begins with the oldest day that waits for somebody', () => {
  const days = [batch('2026-11-28', 5, false), batch('2026-11-27', 2), batch('2026-11-26', 1)];
  expect(first_day([...days, batch('2026-11-25', 0)])).toBe('2026-11-26');
});

it('shows the latest finished day when nothing waits, and none while the first one lasts', () => {
  expect(first_day([batch('2026-11-28', 5, false), batch('2026-11-27', 0)])).toBe('2026-11-27');
  expect(first_day([batch('2026-11-28', 5, false)])).toBeUndefined();
  expect(first_day([])).toBeUndefined();
});

it('counts what waits on days that are over', () => {
  expect(open_in([batch('2026-11-28', 5, false), batch('2026-11-27', 2)])).toBe(2);
});
