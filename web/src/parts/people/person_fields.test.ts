import { expect, test } from 'vitest';
import type { User } from '../../api/generated';
import { change_of, fields_of, filling, met_with, new_person, standing_of } from './person_fields';

const NOW = Date.parse('2026-11-27T14:00:00Z');

const user = (said: Partial<User> = {}): User => ({
  id: '01JDNZ00000000000000000000',
  version: 3,
  name: 'an',
  display_name: 'An',
  role: 'operator',
  capacity: 'administrative',
  language: 'nl',
  zone: { code: '5364', name: 'Noorderkempen' },
  role_until: '2027-06-30T22:00:00Z',
  trained_until: '2027-01-31T23:00:00Z',
  ...said,
});

test('what was left as it is, is not sent', () => {
  const fields = fields_of(user());
  expect(fields.role_until).toBe('2027-07-01T00:00');
  expect(change_of(user(), fields)).toEqual({});
  const change = change_of(user(), { ...fields, zone: '', role: 'investigator', role_until: '' });
  expect(change).toEqual({ zone: '', role: 'investigator', role_until: null });
  const longer = change_of(user(), { ...fields, trained_until: '2028-02-01T00:00' });
  expect(longer).toEqual({ trained_until: '2028-01-31T23:00:00.000Z' });
});

test('what somebody else changed is taken over where nothing was typed, and told', () => {
  const begun = filling(user());
  const typed = { ...begun, fields: { ...begun.fields, role: 'technician' as const } };
  const now = user({ version: 4, role: 'investigator', language: 'fr' });
  const met = met_with(typed, now);
  expect(met.seen.version).toBe(4);
  expect(met.fields.role).toBe('technician');
  expect(met.fields.language).toBe('fr');
  expect(met.met).toEqual(['role', 'language']);
  expect(change_of(met.seen, met.fields)).toEqual({ role: 'technician' });
});

test("one's own change, and one that is no field, are not told as somebody else's", () => {
  const begun = filling(user());
  const typed = { ...begun, fields: { ...begun.fields, language: 'de' as const } };
  const now = user({ version: 4, language: 'de', disabled: true });
  expect(met_with(typed, now)).toMatchObject({ met: [], seen: { version: 4 } });
});

test('a new account says its terms, and of the province no zone', () => {
  const fields = { ...fields_of(user()), name: ' an ', is_break_glass: false, zone: '' };
  expect(new_person(fields, 'secret words')).toEqual({
    name: 'an',
    password: 'secret words',
    display_name: 'An',
    role: 'operator',
    capacity: 'administrative',
    language: 'nl',
    role_until: '2027-06-30T22:00:00.000Z',
    trained_until: '2027-01-31T23:00:00.000Z',
  });
  const glass = { ...fields, zone: '5364', is_break_glass: true, role_until: '' };
  expect(new_person(glass, 'x')).toMatchObject({ break_glass: true, zone: '5364' });
  expect(new_person(glass, 'x')).not.toHaveProperty('role_until');
  expect(new_person({ ...fields, capacity: '' }, 'x')).not.toHaveProperty('capacity');
});

test.each([
  [{}, 'in_force'],
  [{ disabled: true }, 'disabled'],
  [{ role_until: '2026-11-27T14:00:00Z' }, 'role_ended'],
  [{ trained_until: '2026-11-27T13:59:59Z' }, 'training_ended'],
] as const)('an account with %o stands %s', (said, standing) => {
  expect(standing_of(user(said), NOW)).toBe(standing);
});

test('an account without one of its terms can only sign out', () => {
  const { trained_until: _, ...rest } = user();
  expect(standing_of(rest, NOW)).toBe('without_terms');
});
