import { expect, it } from 'vitest';
import type { System } from '../../api/generated';
import { forecast_of } from './forecast';

const GB = 1e9;
const of = (hours: number, free: number, at_start = 100) =>
  forecast_of({
    started_at: '2026-11-23T00:00:00.000Z',
    now: new Date(Date.parse('2026-11-23T00:00:00.000Z') + hours * 3_600_000).toISOString(),
    disk: {
      free_bytes: free * GB,
      bytes: 500 * GB,
      floor_bytes: 10 * GB,
      free_at_start_bytes: at_start * GB,
    },
  } as System);

it('says when the floor is reached at the pace since the start', () => {
  expect(of(10, 90)).toEqual({ kind: 'full_in', ms: 80 * 3_600_000 });
  expect(of(10, 5)).toEqual({ kind: 'full_in', ms: 0 });
});

it('says nothing of less than an hour, and of a disk that does not fill that it does not', () => {
  expect(of(0.5, 90)).toEqual({ kind: 'unknown' });
  expect(of(10, 100)).toEqual({ kind: 'steady' });
  expect(of(10, 120)).toEqual({ kind: 'steady' });
});
