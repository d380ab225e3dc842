import { expect, test } from 'vitest';
import { new_search } from './new_search';

function form(values: Record<string, string | string[]>): FormData {
  const fields = new FormData();
  for (const [name, value] of Object.entries(values)) {
    for (const one of [value].flat()) fields.append(name, one);
  }
  return fields;
}

const WHY = {
  purpose: 'jp_crime',
  case_number: ' AN.17 ',
  reason: 'burglary',
  from: '2026-11-27T14:00',
  until: '2026-11-27T15:00',
};

test('a plate is asked for alone, whatever stands in the fields of the other question', () => {
  const asked = new_search(form({ ...WHY, what: 'plate', plate: '1ABC234', site: ['a'] }));
  expect(asked).toEqual({
    purpose: 'jp_crime',
    case_number: 'AN.17',
    reason: 'burglary',
    from: '2026-11-27T13:00:00.000Z',
    until: '2026-11-27T14:00:00.000Z',
    plate: '1ABC234',
  });
});

test('sites, an authorisation and the danger of a missing person are told where they are there', () => {
  const asked = new_search(
    form({
      ...WHY,
      what: 'sites',
      plate: '1ABC234',
      site: ['a', 'b'],
      authorisation: 'x',
      older: 'leave',
      danger_seen_by: 'An Peeters',
      danger_seen_at: '2026-11-27T13:00',
    }),
  );
  expect(asked.plate).toBeUndefined();
  expect(asked.sites).toEqual(['a', 'b']);
  expect(asked.authorisation).toBe('x');
  expect(asked.without_authorisation).toBe(true);
  expect(asked.danger).toEqual({ seen_by: 'An Peeters', seen_at: '2026-11-27T12:00:00.000Z' });
});
