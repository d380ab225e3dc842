// From the fields of the form to the entry that is sent. Pure.
import type { FourTexts, List, NewEntry, Vehicle } from '../../api/generated';

const DAY_MS = 86_400_000;

// "2026-12-31", the day a new entry ends unless somebody chooses another.
export function standard_end(list: List, now: number): string {
  if (list.valid_days === 0) return '';
  return day_of(now + list.valid_days * DAY_MS);
}

export function day_of(at: number): string {
  const parts = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Brussels' });
  return parts.format(new Date(at));
}

// The last moment of a day, by this machine's clock: an entry is valid through its last day.
export function end_of_day(day: string): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(year, month - 1, date + 1).toISOString();
}

const VEHICLE = ['make', 'model', 'colour', 'class'] as const;
const TEXTS = ['nl', 'fr', 'de', 'en'] as const;
const PLAIN = [
  'country',
  'category',
  'reason',
  'owner',
  'basis',
  'case_number',
  'source_id',
] as const;

function filled<K extends string>(fields: FormData, names: readonly K[], prefix: string) {
  const pairs = names.map((name) => [name, text_in(fields, `${prefix}${name}`)] as const);
  const some = pairs.filter(([, text]) => text !== '');
  return some.length === 0 ? undefined : (Object.fromEntries(some) as Partial<Record<K, string>>);
}

function text_in(fields: FormData, name: string): string {
  return String(fields.get(name) ?? '').trim();
}

// What was left empty is left out, so that the list's own settings hold.
export function new_entry(fields: FormData): NewEntry {
  const entry: NewEntry = {
    plate: text_in(fields, 'plate'),
    valid_until: end_of_day(text_in(fields, 'valid_until')),
    ...filled(fields, PLAIN, ''),
  };
  const priority = Number(text_in(fields, 'priority'));
  if (priority > 0) entry.priority = priority;
  const vehicle: Vehicle | undefined = filled(fields, VEHICLE, 'vehicle_');
  if (vehicle) entry.vehicle = vehicle;
  const procedure: FourTexts | undefined = filled(fields, TEXTS, 'procedure_');
  if (procedure) entry.procedure = procedure;
  return entry;
}
