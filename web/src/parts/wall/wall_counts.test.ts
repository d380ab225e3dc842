import { expect, it } from 'vitest';
import type { Camera } from '../../api/generated';
import { sample_incident } from '../../testing/samples';
import { SILENT_AFTER_MS } from '../map/health';
import { count_cameras, count_levels, count_review, newest } from './wall_counts';

const claim = { by: { id: 'u', name: 'Nadia' }, at: '2026-11-23T20:00:00Z' };

it('counts what is open and what nobody has, by class', () => {
  const counts = count_levels([
    sample_incident({ priority: 1 }),
    sample_incident({ priority: 1, state: 'claimed', claim }),
    sample_incident({ priority: 1, state: 'rejected', open: false }),
    sample_incident({ priority: 2, state: 'validated', claim }),
    sample_incident({ priority: 3, quiet: true }),
  ]);
  expect(counts).toEqual([
    { level: 1, open: 2, unclaimed: 1 },
    { level: 2, open: 1, unclaimed: 0 },
    { level: 3, open: 0, unclaimed: 0 },
    { level: 4, open: 0, unclaimed: 0 },
  ]);
});

it('counts what is only to be looked through apart', () => {
  const open = sample_incident({ quiet: true });
  expect(count_review([open, sample_incident(), { ...open, open: false }])).toBe(1);
});

it('shows what began last first, and nothing quiet', () => {
  const at = (id: string, opened_at: string, quiet = false) =>
    sample_incident({ id, opened_at, quiet });
  const all = [
    at('a', '2026-11-23T20:00:00Z'),
    at('b', '2026-11-23T20:02:00Z'),
    at('c', '2026-11-23T20:03:00Z', true),
    at('d', '2026-11-23T20:01:00Z'),
  ];
  expect(newest(all, 2).map(({ id }) => id)).toEqual(['b', 'd']);
});

it('calls a camera silent that delivered nothing for a quarter of an hour', () => {
  const now = Date.parse('2026-11-23T20:30:00Z');
  const camera = (age_ms: number | null, disabled = false) =>
    ({
      disabled,
      ...(age_ms !== null && { last_read_at: new Date(now - age_ms).toISOString() }),
    }) as Camera;
  const cameras = [
    camera(0),
    camera(SILENT_AFTER_MS),
    camera(SILENT_AFTER_MS + 1),
    camera(null),
    camera(0, true),
  ];
  expect(count_cameras(cameras, now)).toEqual({ delivering: 2, silent: 2, disabled: 1 });
});
