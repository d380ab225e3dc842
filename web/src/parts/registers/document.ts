// A register as the server keeps it: JSON whose members stand under names or ids. Pure.
export type Value = string | number | boolean | null | Value[] | { [name: string]: Value };
export type Members = { [name: string]: Value };

export function is_members(value: Value | undefined): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

// What stands under one name of the document.
export type Section =
  | { kind: 'rows'; name: string; columns: string[]; rows: { id: string; members: Members }[] }
  | { kind: 'pairs'; name: string; pairs: { name: string; value: Value }[] }
  | { kind: 'one'; name: string; value: Value };

// In this order, and the ids are dropped, where every row has a name of its own.
const FIRST = ['name', 'title', 'zone', 'from_zone', 'to_zone', 'owner', 'category'];

function columns_of(rows: readonly Members[]): string[] {
  const found = new Set(rows.flatMap((members) => Object.keys(members)));
  const first = FIRST.filter((name) => found.has(name));
  return [...first, ...[...found].filter((name) => !first.includes(name)).toSorted()];
}

function section_of(name: string, value: Value): Section {
  if (!is_members(value)) return { kind: 'one', name, value };
  const entries = Object.entries(value);
  const rows = entries.flatMap(([id, one]) => (is_members(one) ? [{ id, members: one }] : []));
  if (rows.length === 0 || rows.length < entries.length) {
    return { kind: 'pairs', name, pairs: entries.map(([key, one]) => ({ name: key, value: one })) };
  }
  return { kind: 'rows', name, columns: columns_of(rows.map(({ members }) => members)), rows };
}

export function sections_of(document: { [name: string]: unknown }): Section[] {
  return Object.entries(document as Members).map(([name, value]) => section_of(name, value));
}

// The steps of a JSON Pointer (RFC 6901).
export function steps_of(path: string): string[] {
  return path
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
}

const ID = /^[0-7][0-9A-HJKMNP-TV-Z]{25}$/;

// Whether a key is a number of ours, which tells a reader nothing.
export const is_id = (text: string): boolean => ID.test(text);

const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/;
export const is_moment = (text: string): boolean => MOMENT.test(text);
