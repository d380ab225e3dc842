import { expect, it } from 'vitest';
import { clock_offset, NOT_CONNECTED, pill_of } from './connection';

const now = 1_000_000;
const open = { ...NOT_CONNECTED, phase: 'open', last_event_at: now, latency_ms: 40 } as const;

it('says nothing of latency before it knows', () => {
  expect(pill_of(NOT_CONNECTED, now)).toEqual({ kind: 'connecting' });
});

it('is live while the stream speaks', () => {
  expect(pill_of(open, now + 12_000)).toEqual({ kind: 'live', latency_ms: 40 });
});

it('admits a missing heartbeat', () => {
  expect(pill_of(open, now + 18_000)).toEqual({ kind: 'delayed', seconds: 18 });
});

it('admits that what arrives is old', () => {
  expect(pill_of({ ...open, latency_ms: 7_400 }, now)).toEqual({ kind: 'delayed', seconds: 7 });
});

it('is offline after 25 s of silence, although nothing has closed', () => {
  expect(pill_of(open, now + 25_001)).toEqual({ kind: 'offline', since: now });
});

it('is offline at once when the stream is lost', () => {
  const lost = { ...open, phase: 'lost', lost_at: now + 3 } as const;
  expect(pill_of(lost, now + 500)).toEqual({ kind: 'offline', since: now + 3 });
});

it('measures the server’s clock half way between question and answer', () => {
  const half_past = new Date(10_500).toISOString();
  expect(clock_offset(9_000, 10_000, half_past)).toBe(1_000);
});
