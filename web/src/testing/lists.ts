// Lists, entries and revisions for tests; only what a test speaks of has to be said.
import type { Entry, List, Revision, RevisionCounts } from '../api/generated';

export const NO_COUNTS: RevisionCounts = {
  lines: 0,
  added: 0,
  changed: 0,
  unchanged: 0,
  removed: 0,
  rejected: 0,
  skipped: 0,
  repeated: 0,
  contradicting: 0,
  standard_ends: 0,
  kept_out: 0,
};

export function sample_list(change: Partial<List> = {}): List {
  return {
    id: 'list-1',
    name: 'stolen',
    title: 'Stolen',
    category: 'stolen',
    priority: 2,
    owner_zone: { code: '5355', name: 'Voorkempen' },
    suspended: false,
    entries: 10,
    match: { inexact: 'review', threshold: 0.85, uses_veto: true },
    valid_days: 90,
    revision: 3,
    ...change,
  };
}

export function sample_entry(change: Partial<Entry> = {}): Entry {
  return {
    id: 'entry-1',
    list: 'list-1',
    plate: '1QRS234',
    country: 'BE',
    priority: 2,
    category: 'stolen',
    reason: 'Stolen in Lille',
    valid_until: '2027-01-31T23:00:00.000Z',
    ...change,
  };
}

export function sample_revision(change: Partial<Revision> = {}): Revision {
  return {
    number: 3,
    mode: 'full',
    state: 'applied',
    origin: 'upload',
    started_at: '2026-11-23T08:00:00.000Z',
    counts: { ...NO_COUNTS, lines: 10, added: 2 },
    ...change,
  };
}
