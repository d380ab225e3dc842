import { expect, it } from 'vitest';
import type { Camera } from '../../api/generated';
import { health_of, worst } from './health';

const NOW = Date.parse('2026-11-23T20:00:00.000Z');
const of = (change: Partial<Camera>) => {
  const camera = { disabled: false, reads: 100, quarantined: 0, ...change } as Camera;
  return health_of(camera, NOW);
};
const ago = (minutes: number) => new Date(NOW - minutes * 60_000).toISOString();

it('tells a camera that sends from one that is silent, doubtful, new or off', () => {
  expect(of({ last_read_at: ago(14) })).toBe('well');
  expect(of({ last_read_at: ago(16) })).toBe('silent');
  expect(of({ last_read_at: ago(1), quarantined: 25 })).toBe('well');
  expect(of({ last_read_at: ago(1), quarantined: 26 })).toBe('doubtful');
  expect(of({})).toBe('never');
  expect(of({ last_read_at: ago(1), disabled: true })).toBe('off');
});

it('tells a clock that is off, maintenance, and a period that is not decided', () => {
  const fresh = { last_read_at: ago(1) };
  expect(of({ ...fresh, clock_behind_ms: 60_000 })).toBe('well');
  expect(of({ ...fresh, clock_behind_ms: 60_001 })).toBe('clock');
  expect(of({ ...fresh, clock_behind_ms: -60_001 })).toBe('clock');
  expect(of({ maintenance_until: ago(-1) })).toBe('maintenance');
  expect(of({ ...fresh, maintenance_until: ago(1) })).toBe('well');
  const decision = { from: ago(60), until: ago(-60), area: 'Malle', reference: 'GR 1' };
  expect(of({ ...fresh, decision })).toBe('well');
  expect(of({ ...fresh, decision: { ...decision, until: ago(0) } })).toBe('outside');
  expect(of({ ...fresh, decision: { ...decision, from: ago(-1) } })).toBe('outside');
  expect(of({ ...fresh, disabled: true, decision: { ...decision, until: ago(0) } })).toBe('off');
});

it('shows a site as its worst camera', () => {
  expect(worst(['well', 'silent', 'off'])).toBe('silent');
  expect(worst(['well', 'well'])).toBe('well');
  expect(worst([])).toBe('well');
});
