import { expect, test } from 'vitest';
import { new_authorisation } from './new_authorisation';
import { new_grant } from './new_grant';

function form(values: [string, string][]): FormData {
  const fields = new FormData();
  for (const [name, value] of values) fields.append(name, value);
  return fields;
}

test('a grant names each purpose that is ticked, and times of Brussels', () => {
  const grant = new_grant(
    form([
      ['to_zone', '5345'],
      ['purpose', 'jp_crime'],
      ['purpose', 'jp_traffic_art62'],
      ['from', '2026-11-27T14:00'],
      ['until', '2027-02-27T14:00'],
      ['reason', ' agreement '],
      ['impact_assessment', '2026-2'],
    ]),
  );
  expect(grant.purposes).toEqual(['jp_crime', 'jp_traffic_art62']);
  expect(grant.from).toBe('2026-11-27T13:00:00.000Z');
  expect(grant.reason).toBe('agreement');
});

test('plates of an authorisation are taken apart, and empty numbers mean none', () => {
  const one = new_authorisation(
    form([
      ['dated', '2026-11-26T09:00'],
      ['expires', '2026-12-26T09:00'],
      ['from', '2026-08-01T00:00'],
      ['until', '2026-10-01T00:00'],
      ['plates', '1-ABC-234, 1XYZ999;\n2KLM345 '],
    ]),
  );
  expect(one.plates).toEqual(['1-ABC-234', '1XYZ999', '2KLM345']);
  expect([one.penalty_years, one.uses_max]).toEqual([0, 0]);
  expect(one.areas).toEqual([]);
});
