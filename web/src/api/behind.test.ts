import { expect, it } from 'vitest';
import { sample_hit } from '../testing/samples';
import { calls_live, lateness, note_arrival } from './behind';

const MADE = '2026-11-23T20:00:00.000Z';
const at = (seconds: number) => Date.parse(MADE) + seconds * 1000;
const made = (id: string, change = {}) =>
  sample_hit({ id, created_at: MADE, captured_at: MADE, late: false, ...change });

it('calls live what reaches this screen in time', () => {
  const hit = made('prompt');
  note_arrival([hit], at(2));
  expect(lateness(hit)).toBeNull();
  expect(calls_live(hit, at(2))).toBe(true);
});

it('says how late a hit is that was made while this screen was away, and never rings for it', () => {
  const hit = made('slept');
  note_arrival([hit], at(300));
  note_arrival([hit], at(400));
  expect(lateness(hit)).toBe(300_000);
  expect(calls_live(hit, at(300))).toBe(false);
});

it('measures what a camera held back from its passage', () => {
  const hit = made('held', { late: true, captured_at: '2026-11-23T19:50:00.000Z' });
  note_arrival([hit], at(1));
  expect(lateness(hit)).toBe(600_000);
  expect(calls_live(hit, at(1))).toBe(false);
});

it('rings again when nobody claimed it in time, unless that was long ago too', () => {
  const hit = made('unclaimed', { escalated_at: '2026-11-23T20:05:00.000Z' });
  expect(calls_live(hit, at(301))).toBe(true);
  expect(calls_live(hit, at(900))).toBe(false);
});
