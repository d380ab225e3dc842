// Reads a CSV as far as a test needs: a head that names columns, and lines of them.
import type { Entry, EntryDifference, Revision } from '../../../web/src/api/generated';
import { ago, DAY, make_id, make_revision, NO_COUNTS } from './make.ts';
import type { Kept } from './world.ts';

export type Reading = {
  dry_run: boolean;
  mode: Revision['mode'];
  file_name: string | undefined;
  may_shrink: boolean;
};

const SHRINK_MAX = 0.5;

function columns_of(head: string): Map<string, number> {
  return new Map(head.split(/[,;]/).map((name, at) => [name.trim().toLowerCase(), at]));
}

function entry_of(kept: Kept, cell: (name: string) => string): Entry {
  return {
    id: make_id(),
    list: kept.list.id,
    plate: cell('plate').replaceAll(/[\s-]/g, '').toUpperCase(),
    country: cell('country') || 'BE',
    priority: kept.list.priority,
    category: kept.list.category,
    reason: cell('reason'),
    valid_until: ago(-90 * DAY),
  };
}

export function read_file(kept: Kept, text: string, reading: Reading): Revision {
  const number = (kept.revisions[0]?.number ?? 0) + 1;
  const [head = '', ...lines] = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  const columns = columns_of(head);
  const counts = { ...NO_COUNTS, lines: lines.length };
  const written: EntryDifference[] = [];
  const ended: EntryDifference[] = [];
  const rejects = [];
  const seen = new Set<string>();
  for (const [at, line] of lines.entries()) {
    const cells = line.split(/[,;]/);
    const entry = entry_of(kept, (name) => cells[columns.get(name) ?? -1]?.trim() ?? '');
    if (entry.plate === '') {
      rejects.push({ line: at + 2, raw: line.slice(0, 200), error: 'there is no plate' });
      continue;
    }
    const held = kept.entries.find(({ plate }) => plate === entry.plate);
    seen.add(entry.plate);
    if (kept.wrong.some(({ entry: wrong }) => wrong.plate === entry.plate)) counts.kept_out += 1;
    else if (!held) written.push({ how: 'added', entry });
    else if (held.reason === entry.reason) counts.unchanged += 1;
    else {
      written.push({ how: 'changed', entry: { ...held, reason: entry.reason } });
      ended.push({ how: 'replaced', entry: held });
    }
  }
  if (reading.mode === 'full') {
    for (const entry of kept.entries) {
      if (!seen.has(entry.plate)) ended.push({ how: 'dropped', entry });
    }
  }
  counts.added = written.filter(({ how }) => how === 'added').length;
  counts.changed = written.length - counts.added;
  counts.removed = ended.filter(({ how }) => how === 'dropped').length;
  counts.rejected = rejects.length;
  const shrinks = counts.removed > kept.entries.length * SHRINK_MAX && !reading.may_shrink;
  const revision = make_revision(number, {
    mode: reading.mode,
    origin: 'upload',
    started_at: ago(0),
    ended_at: ago(0),
    state: reading.dry_run ? 'previewed' : shrinks ? 'held' : 'applied',
    counts,
    file_sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
    ...(reading.file_name && { file_name: reading.file_name }),
  });
  kept.rejects.set(number, rejects);
  kept.written.set(number, written);
  kept.ended.set(number, ended);
  kept.revisions.unshift(revision);
  kept.list.revision = number;
  if (revision.state === 'applied') apply(kept, number);
  return revision;
}

export function apply(kept: Kept, number: number): void {
  const gone = new Set((kept.ended.get(number) ?? []).map(({ entry }) => entry.id));
  const written = (kept.written.get(number) ?? []).map(({ entry }) => entry);
  for (const { how, entry } of kept.ended.get(number) ?? []) {
    if (how !== 'replaced') continue;
    const past = { how: 'replaced' as const, revision: number, ended_at: ago(0), entry };
    kept.past.set(entry.id, [past, ...(kept.past.get(entry.id) ?? [])]);
  }
  kept.entries = [...kept.entries.filter(({ id }) => !gone.has(id)), ...written];
  kept.list.confirmed_at = ago(0);
}
