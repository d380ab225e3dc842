import { expect, it } from 'vitest';
import { sample_list } from '../../testing/lists';
import { day_of, end_of_day, new_entry, standard_end } from './new_entry';

const filled = (fields: Record<string, string>) => {
  const form = new FormData();
  for (const [name, text] of Object.entries(fields)) form.set(name, text);
  return new_entry(form);
};

it('sends only what was filled in', () => {
  const entry = filled({
    plate: ' 1ABC234 ',
    valid_until: '2026-12-31',
    reason: ' ',
    priority: '',
  });
  expect(Object.keys(entry).toSorted()).toEqual(['plate', 'valid_until']);
  expect(entry.plate).toBe('1ABC234');
});

it('gathers vehicle and procedure from their fields', () => {
  const entry = filled({
    plate: '1ABC234',
    valid_until: '2026-12-31',
    vehicle_make: 'Opel',
    procedure_nl: 'Niet benaderen',
    priority: '1',
  });
  expect(entry).toMatchObject({
    priority: 1,
    vehicle: { make: 'Opel' },
    procedure: { nl: 'Niet benaderen' },
  });
});

it('lets an entry be valid through the whole of its last day', () => {
  const end = new Date(end_of_day('2026-12-31'));
  expect([end.getFullYear(), end.getMonth(), end.getDate(), end.getHours()]).toEqual([
    2027, 0, 1, 0,
  ]);
});

it('offers the standard end of the list, and none where the list has none', () => {
  const now = Date.parse('2026-11-23T12:00:00.000Z');
  expect(standard_end(sample_list({ valid_days: 30 }), now)).toBe('2026-12-23');
  expect(standard_end(sample_list({ valid_days: 0 }), now)).toBe('');
});

it('knows the day of Brussels', () => {
  expect(day_of(Date.parse('2026-11-23T23:30:00.000Z'))).toBe('2026-11-24');
});
