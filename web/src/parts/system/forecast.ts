// When the disk will be full if it goes on as since the server started. Pure.
import type { System } from '../../api/generated';

export const LEAST_MS = 3_600_000; // of less nothing can be said

export type Forecast =
  | { kind: 'unknown' } // it has not run for long enough
  | { kind: 'steady' } // it does not fill
  | { kind: 'full_in'; ms: number }; // until the floor, below which nothing is taken

export function forecast_of({ disk, started_at, now }: System): Forecast {
  const ran_ms = Date.parse(now) - Date.parse(started_at);
  if (ran_ms < LEAST_MS || disk.bytes === 0) return { kind: 'unknown' };
  const filled = disk.free_at_start_bytes - disk.free_bytes;
  if (filled <= 0) return { kind: 'steady' };
  const left = Math.max(0, disk.free_bytes - disk.floor_bytes);
  return { kind: 'full_in', ms: (left / filled) * ran_ms };
}
