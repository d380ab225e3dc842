import { describe, expect, it } from 'vitest';
import { sample_hit, sample_incident } from '../../testing/samples';
import { acts_of, beside, is_for_car } from './car_acts';

const claim = (id: string) => ({ by: { id, name: 'Nadia' }, at: '2026-11-23T20:00:00Z' });

describe('the two acts', () => {
  it.each([
    ['a candidate', { state: 'candidate' }, 'validate', 'reject'],
    ['what was claimed', { state: 'claimed' }, 'validate', 'reject'],
    ['what was validated', { state: 'validated' }, 'dispatch', 'not_found'],
    ['a unit with it', { state: 'validated', follow_up: 'dispatched' }, 'stop', 'not_found'],
    ['a stop', { state: 'validated', follow_up: 'stopped' }, 'confirm', 'clear'],
  ] as const)('on %s', (_, change, seen, not_it) => {
    expect(acts_of(sample_hit(change))).toEqual({ seen, not_it });
  });

  it.each(['rejected', 'withdrawn', 'expired', 'superseded'] as const)(
    'are none on %s',
    (state) => {
      expect(acts_of(sample_hit({ state, open: false }))).toBeNull();
    },
  );
});

it('leaves to a colleague what a colleague compares, and shows what needs a unit', () => {
  const hit = (change: Parameters<typeof sample_hit>[0]) => ({ last_hit: sample_hit(change) });
  const claimed = { state: 'claimed', ...hit({ state: 'claimed' }) } as const;
  expect(is_for_car(sample_incident({ ...claimed, claim: claim('koen') }), 'me')).toBe(false);
  expect(is_for_car(sample_incident({ ...claimed, claim: claim('me') }), 'me')).toBe(true);
  const validated = { state: 'validated', ...hit({ state: 'validated' }) } as const;
  expect(is_for_car(sample_incident({ ...validated, claim: claim('koen') }), 'me')).toBe(true);
  expect(is_for_car(sample_incident({ quiet: true }), 'me')).toBe(false);
});

it('walks around both ends, and begins where what was shown is gone', () => {
  const all = [{ id: 'a' }, { id: 'b' }, { id: 'c' }];
  expect(beside(all, 'c', 1)?.id).toBe('a');
  expect(beside(all, 'a', -1)?.id).toBe('c');
  expect(beside(all, 'gone', 1)?.id).toBe('a');
  expect(beside([], 'a', 1)).toBeUndefined();
});
