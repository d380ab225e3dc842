import { expect, it } from 'vitest';
import { sample_hit, sample_incident } from '../testing/samples';
import { in_triage, km_between, urgency } from './triage';

const AT = '2026-11-23T20:00:00.000Z';
const now = Date.parse(AT);
const here = { latitude: 51.3, longitude: 4.736 };
const hit_of = (weight: number, half_life_s = 600) =>
  sample_hit({ urgency: { weight, half_life_s }, captured_at: AT });
const incident_of = (id: string, weight: number, change = {}) =>
  sample_incident({ id, last_hit: hit_of(weight), ...change });
const order = (...incidents: ReturnType<typeof incident_of>[]) =>
  in_triage(incidents, now, []).map(({ id }) => id);

it('halves with every half-life, and never grows by a clock that is off', () => {
  expect(urgency(hit_of(1), now + 600_000, [])).toBeCloseTo(0.5);
  expect(urgency(hit_of(1), now - 600_000, [])).toBe(1);
});

it('halves at 25 km from the nearest unit', () => {
  const away = { latitude: here.latitude + 25 / 111.195, longitude: here.longitude };
  expect(km_between(here, away)).toBeCloseTo(25, 1);
  expect(urgency(hit_of(1), now, [away])).toBeCloseTo(0.5, 2);
  expect(urgency(hit_of(1), now, [away, here])).toBeCloseTo(1);
});

it('puts the most urgent first, and what is closed last', () => {
  const closed = incident_of('closed', 1, { open: false });
  expect(order(incident_of('weak', 0.01), closed, incident_of('strong', 0.5))).toEqual([
    'strong',
    'weak',
    'closed',
  ]);
});

it('puts of equals the one that moved last first', () => {
  const later = incident_of('later', 0.1, { last_at: '2026-11-23T20:09:00.000Z' });
  expect(order(incident_of('a', 0.1), later)).toEqual(['later', 'a']);
});
