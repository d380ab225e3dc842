import { describe, expect, it } from 'vitest';
import { combination_of, keys_in, refusal_of, with_key, without } from './key_map';
import { SHORTCUTS } from './registry';

const press = (key: string, down: Partial<Parameters<typeof combination_of>[0]> = {}) =>
  combination_of({
    key,
    ctrlKey: false,
    altKey: false,
    shiftKey: false,
    metaKey: false,
    ...down,
  });

describe('what is pressed', () => {
  it.each([
    [press('j'), 'J'],
    [press(' '), 'Space'],
    [press('F6', { shiftKey: true }), 'Shift+F6'],
    [press('n', { ctrlKey: true, altKey: true }), 'Control+Alt+N'],
    [press('Control', { ctrlKey: true }), null],
  ])('%s is %s', (made, wanted) => expect(made).toBe(wanted));
});

describe('a key', () => {
  it.each([
    ['validate', 'Shift+F2', null],
    ['next_row', 'L', null],
    ['next_row', 'Control+B', null],
    ['validate', 'F4', { why: 'taken', by: 'reject' }],
    ['next_row', 'P', { why: 'taken', by: 'pause' }],
    ['next_row', 'N', { why: 'taken', by: 'next_open' }], // the desk holds the queue
    ['next_row', 'F2', { why: 'taken', by: 'validate' }],
    ['misread', 'N', null], // the menu of reasons is by itself
    ['next_row', '7', { why: 'untypable' }],
    ['next_row', 'É', { why: 'untypable' }],
    ['help', 'Shift+/', { why: 'untypable' }],
    ['silence', 'Control+Alt+E', { why: 'altgr' }],
    ['silence', 'Control+T', { why: 'browser' }],
    ['silence', 'F5', { why: 'browser' }],
    ['next_row', 'Tab', { why: 'browser' }],
    ['validate', 'V', { why: 'typed' }],
    ['validate', 'Enter', { why: 'typed' }],
  ] as const)('for %s, %s: %o', (id, keys, wanted) => {
    expect(refusal_of(id, keys, {})).toEqual(wanted);
  });

  it('that another shortcut gave up can be taken, and blocks its return', () => {
    const map = with_key({}, 'reject', 0, 'F8');
    expect(refusal_of('validate', 'F4', map)).toBeNull();
    const both = with_key(map, 'validate', 0, 'F4');
    expect(keys_in('validate', both, true)).toEqual(['F4']);
    expect(without(both, 'reject')).toEqual({ map: both, keys: 'F4', by: 'validate' });
    expect(without(both, 'validate').map).toEqual(map);
  });
});

it('replaces one key and leaves the others of the shortcut', () => {
  const map = with_key({}, 'next_row', 1, 'L');
  expect(keys_in('next_row', map, true)).toEqual(['ArrowDown', 'L']);
  expect(with_key(map, 'next_row', 1, 'J')).toEqual({});
});

it('leaves out every single character when letters are off, and nothing else', () => {
  for (const { id, keys } of SHORTCUTS) {
    for (const key of keys_in(id, {}, false)) expect(key).not.toMatch(/^[A-Z?]$/);
    expect(keys_in(id, {}, true)).toEqual(keys);
  }
  expect(keys_in('next_row', {}, false)).toEqual(['ArrowDown']);
  expect(keys_in('help', {}, false)).toEqual(['F1']);
  expect(keys_in('pause', {}, false)).toEqual([]);
});

it('takes nothing from a map that does not fit the registry', () => {
  expect(keys_in('next_row', { next_row: ['L'] }, true)).toEqual(['ArrowDown', 'J']);
});
