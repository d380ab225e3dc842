// Reads by the hour, beside those of a week before. Pure.
import type { CameraActivity } from '../../api/generated';

export const HOUR_MS = 3_600_000;
const WEEK_MS = 7 * 24 * HOUR_MS;
const SHOWN = 24;

export type Hour = {
  from: number;
  reads: number | null; // null: the server did not run yet
  week_before: number | null;
};

// The last 24 hours, the one that runs last. An hour that the server has not seen whole is unknown,
// but for the one that runs.
export function last_hours({ since, hours }: CameraActivity, now: number): Hour[] {
  const begun = Date.parse(since);
  const reads = new Map(hours.map((one) => [Date.parse(one.from), one.reads]));
  const known = (from: number) => (from >= begun ? (reads.get(from) ?? 0) : null);
  const running = Math.floor(now / HOUR_MS) * HOUR_MS;
  return Array.from({ length: SHOWN }, (_, index) => {
    const from = running - (SHOWN - 1 - index) * HOUR_MS;
    const seen = from === running ? (reads.get(from) ?? 0) : known(from);
    return { from, reads: seen, week_before: known(from - WEEK_MS) };
  });
}

export function most_of(hours: readonly Hour[]): number {
  return Math.max(1, ...hours.flatMap((hour) => [hour.reads ?? 0, hour.week_before ?? 0]));
}
