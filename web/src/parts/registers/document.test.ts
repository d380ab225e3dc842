import { expect, test } from 'vitest';
import { is_id, is_moment, sections_of, steps_of } from './document';

const ID = '01JDNZ0000000000000000000A';

test('a section is rows, pairs or one thing', () => {
  const sections = sections_of({
    controllers: { '5364': 'Noorderkempen', '5352': 'Grens' },
    lists: {
      [ID]: { title: 'Stolen', category: 'stolen', name: 'be-stolen', entry_days_most: 366 },
    },
    recipients: ['court', 'prosecutor'],
    supervisor: 'COC',
    grants: {},
  });
  expect(sections.map(({ kind, name }) => `${name}: ${kind}`)).toEqual([
    'controllers: pairs',
    'lists: rows',
    'recipients: one',
    'supervisor: one',
    'grants: pairs',
  ]);
  expect(sections[1]).toMatchObject({
    columns: ['name', 'title', 'category', 'entry_days_most'],
    rows: [{ id: ID }],
  });
});

test('rows of which one lacks a member still have its column', () => {
  const [cameras] = sections_of({ cameras: { a: { name: 'K1', lanes: 2 }, b: { name: 'K2' } } });
  expect(cameras).toMatchObject({ columns: ['name', 'lanes'] });
});

test('a pointer is taken apart, with its two escapes in their order', () => {
  expect(steps_of('/controllers/5352')).toEqual(['controllers', '5352']);
  expect(steps_of('/a~1b/m~0n/~01')).toEqual(['a/b', 'm~n', '~1']);
  expect(steps_of('')).toEqual([]);
});

test('numbers of ours and moments are known from words', () => {
  expect(is_id(ID)).toBe(true);
  expect(is_id('jp_crime')).toBe(false);
  expect(is_moment('2026-11-27T14:00:00Z')).toBe(true);
  expect(is_moment('12 months')).toBe(false);
});
