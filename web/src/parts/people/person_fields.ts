// An account as the fields of a form, and what a form that was filled in asks to be different.
import type { Capacity, NewUser, Role, User, UserChange } from '../../api/generated';
import { instant, typed_time } from '../../text/instant';

export type PersonFields = {
  display_name: string;
  role: Role;
  zone: string; // a code; empty for the province
  capacity: Capacity | ''; // empty: the usual one of the role
  language: User['language'];
  role_until: string; // as typed; empty without an end
  trained_until: string;
};
export type FieldName = keyof PersonFields;

export const ROLES = [
  'operator',
  'investigator',
  'list_manager',
  'technician',
  'zone_administrator',
  'administrator',
  'data_protection_officer',
  'overseer',
  'magistrate_office',
  'traffic',
  'intelligence',
  'intelligence_overseer',
] as const satisfies readonly Role[];

export const CAPACITIES = [
  'administrative',
  'judicial',
  'both',
] as const satisfies readonly Capacity[];

const typed = (at: string | undefined) => (at === undefined ? '' : typed_time(Date.parse(at)));

export function fields_of(user: User): PersonFields {
  return {
    display_name: user.display_name,
    role: user.role,
    zone: user.zone?.code ?? '',
    capacity: user.capacity ?? '',
    language: user.language,
    role_until: typed(user.role_until),
    trained_until: typed(user.trained_until),
  };
}

const NAMES = [
  'display_name',
  'role',
  'zone',
  'capacity',
  'language',
  'role_until',
  'trained_until',
] as const satisfies readonly FieldName[];

const is_end = (name: FieldName) => name === 'role_until' || name === 'trained_until';

const said = (name: FieldName, value: string) => {
  if (!is_end(name)) return value;
  return value === '' ? null : instant(value);
};

// Only what differs from the account as it was seen.
export function change_of(seen: User, fields: PersonFields): UserChange {
  const was = fields_of(seen);
  const other = NAMES.filter((name) => fields[name] !== was[name]);
  return Object.fromEntries(other.map((name) => [name, said(name, fields[name])]));
}

// A form being filled in, of an account as it was seen; `met`: what somebody else has changed since.
export type Filling = { seen: User; fields: PersonFields; met: FieldName[] };

export const filling = (user: User): Filling => ({ seen: user, fields: fields_of(user), met: [] });

// Somebody else was faster. What was typed stays, and what was not touched is as it is now.
export function met_with({ seen, fields }: Filling, user: User): Filling {
  const was = fields_of(seen);
  const now = fields_of(user);
  const met = NAMES.filter((name) => was[name] !== now[name] && fields[name] !== now[name]);
  const touched = NAMES.filter((name) => fields[name] !== was[name]);
  const kept = Object.fromEntries(touched.map((name) => [name, fields[name]]));
  return { seen: user, fields: { ...now, ...kept }, met };
}

export type NewPersonFields = PersonFields & { name: string; is_break_glass: boolean };

export function new_person(fields: NewPersonFields, password: string): NewUser {
  const { name, is_break_glass, zone, capacity, role_until, trained_until, ...rest } = fields;
  return {
    ...rest,
    name: name.trim(),
    password,
    ...(zone && { zone }),
    ...(capacity && { capacity }),
    ...(role_until && { role_until: instant(role_until) }),
    ...(trained_until && { trained_until: instant(trained_until) }),
    ...(is_break_glass && { break_glass: true }),
  };
}

export type Standing = 'disabled' | 'without_terms' | 'role_ended' | 'training_ended' | 'in_force';

// Whether an account can do anything at all, at a moment of the server's clock.
export function standing_of(user: User, now: number): Standing {
  if (user.disabled) return 'disabled';
  if (user.role_until === undefined || user.trained_until === undefined) return 'without_terms';
  if (Date.parse(user.role_until) <= now) return 'role_ended';
  if (Date.parse(user.trained_until) <= now) return 'training_ended';
  return 'in_force';
}
