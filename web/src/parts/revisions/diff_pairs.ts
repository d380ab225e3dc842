// Puts what an entry was beside what it is, field by field. Pure.
import type { Entry, EntryDifference } from '../../api/generated';

export type Changed = { now: Entry; before: Entry | undefined };
export type Diff = { added: Entry[]; changed: Changed[]; removed: EntryDifference[] };

const place = ({ plate, country }: Entry) => `${country ?? ''} ${plate}`;

// `written` and `ended` may be pages of more; what has no partner yet stands without it.
export function diff_of(
  written: readonly EntryDifference[],
  ended: readonly EntryDifference[],
): Diff {
  const replaced = ended.filter(({ how }) => how === 'replaced').map(({ entry }) => entry);
  const by_id = new Map(replaced.map((entry) => [entry.id, entry]));
  const by_place = new Map(replaced.map((entry) => [place(entry), entry]));
  const of_kind = (kind: EntryDifference['how']) => written.filter(({ how }) => how === kind);
  return {
    added: of_kind('added').map(({ entry }) => entry),
    changed: of_kind('changed').map(({ entry }) => ({
      now: entry,
      before: by_id.get(entry.id) ?? by_place.get(place(entry)),
    })),
    removed: ended.filter(({ how }) => how !== 'replaced'),
  };
}

export const FIELDS = [
  'priority',
  'category',
  'reason',
  'valid_from',
  'valid_until',
  'owner',
  'basis',
  'case_number',
  'source_id',
  'vehicle',
  'procedure',
] as const;
export type FieldName = (typeof FIELDS)[number];

export type FieldChange = { field: FieldName; before: string; now: string };

export function text_of(entry: Entry, field: FieldName): string {
  const value = entry[field];
  if (value === undefined) return '';
  if (typeof value !== 'object') return String(value);
  return Object.values(value).filter(Boolean).join(', ');
}

export function changes_between(before: Entry, now: Entry): FieldChange[] {
  return FIELDS.map((field) => ({
    field,
    before: text_of(before, field),
    now: text_of(now, field),
  })).filter((change) => change.before !== change.now);
}
