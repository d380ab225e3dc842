import { expect, it } from 'vitest';
import { sample_entry } from '../../testing/lists';
import { changes_between, diff_of } from './diff_pairs';

const entry = sample_entry();

it('sorts what a revision wrote and ended into added, changed and removed', () => {
  const was = sample_entry({ id: 'b', reason: 'before' });
  const is = sample_entry({ id: 'b', reason: 'now' });
  const diff = diff_of(
    [
      { how: 'added', entry },
      { how: 'changed', entry: is },
    ],
    [
      { how: 'replaced', entry: was },
      { how: 'dropped', entry: sample_entry({ id: 'c' }) },
      { how: 'withdrawn', entry: sample_entry({ id: 'd' }) },
    ],
  );
  expect(diff.added).toEqual([entry]);
  expect(diff.changed).toEqual([{ now: is, before: was }]);
  expect(diff.removed.map(({ entry: { id } }) => id)).toEqual(['c', 'd']);
});

it('finds what an entry was by plate and country when it has a new number', () => {
  const was = sample_entry({ id: 'old' });
  const is = sample_entry({ id: 'new', reason: 'now' });
  const other = sample_entry({ id: 'x', country: 'NL' });
  const found = (ended: typeof was) =>
    diff_of([{ how: 'changed', entry: is }], [{ how: 'replaced', entry: ended }]).changed[0];
  expect(found(was)?.before).toBe(was);
  expect(found(other)?.before).toBeUndefined();
});

it('names the fields that differ, and only those', () => {
  const now = sample_entry({ priority: 1, vehicle: { make: 'Opel', colour: 'red' } });
  expect(changes_between(entry, now)).toEqual([
    { field: 'priority', before: '2', now: '1' },
    { field: 'vehicle', before: '', now: 'Opel, red' },
  ]);
  expect(changes_between(now, now)).toEqual([]);
});
