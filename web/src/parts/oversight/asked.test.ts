import { expect, it } from 'vitest';
import { asked_facts } from './asked';

it('tells plate or number of places, and the time that was asked for', () => {
  const search = {
    plate: '1ABC234',
    sites: [],
    from: '2026-11-27T13:00:00Z',
    until: 'x',
    limit: 9,
  };
  expect(asked_facts(JSON.stringify(search))).toEqual([
    { name: 'plate', text: '1ABC234' },
    { name: 'from', text: '2026-11-27T13:00:00Z' },
    { name: 'until', text: 'x' },
  ]);
  expect(asked_facts(JSON.stringify({ plate: '', sites: ['a', 'b'] }))).toEqual([
    { name: 'sites', text: '2' },
  ]);
});

it.each(['', 'null', '7', '[]', '{"plate":7,"sites":"x"}'])('makes nothing of %j', (predicate) => {
  expect(asked_facts(predicate)).toEqual([]);
});

it('shows what is no JSON as it is', () => {
  expect(asked_facts('by hand')).toEqual([{ name: 'other', text: 'by hand' }]);
});
