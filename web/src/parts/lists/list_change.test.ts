import { expect, it } from 'vitest';
import { sample_list } from '../../testing/lists';
import { change_of, fields_of, local_time } from './list_change';

const list = sample_list({
  max_age_s: 86_400,
  unit: 'Dispatch',
  unit_until: '2026-11-30T06:00:00.000Z',
  profile: 'csv',
  source: { url: 'https://lists.example/stolen.csv' },
});
const changed = (change: Partial<ReturnType<typeof fields_of>>) =>
  change_of(list, { ...fields_of(list), ...change });

it('sends nothing of what was left as it is', () => {
  expect(changed({})).toEqual({});
});

it('sends the whole match rule when a part of it changes', () => {
  expect(changed({ threshold_percent: '92.5' })).toEqual({
    match: { inexact: 'review', threshold: 0.925, uses_veto: true },
  });
});

it('takes away what was emptied', () => {
  expect(
    changed({ max_age_hours: '', unit: ' ', unit_until: '', profile: '', source: '' }),
  ).toEqual({ max_age_s: null, unit: null, unit_until: null, profile: null, source: null });
});

it('counts hours into seconds, halves too', () => {
  expect(changed({ max_age_hours: '1.5' })).toEqual({ max_age_s: 5400 });
});

it('brings a moment through the field and back', () => {
  const shown = local_time('2026-11-30T06:00:00.000Z');
  expect(new Date(shown).toISOString()).toBe('2026-11-30T06:00:00.000Z');
});

it('refuses a source that is no JSON', () => {
  expect(() => changed({ source: '{url:' })).toThrow(SyntaxError);
});
