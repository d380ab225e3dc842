import { expect, it } from 'vitest';
import { hold_order } from './still_order';

it('follows the live order when no hand is near', () => {
  expect(hold_order(['a', 'b'], ['c', 'a', 'b'], false)).toEqual({
    ids: ['c', 'a', 'b'],
    waiting: [],
  });
});

it('keeps every row in its place under the hand, and says what waits', () => {
  const held = hold_order(['a', 'b'], ['c', 'b', 'd', 'a'], true);
  expect(held).toEqual({ ids: ['a', 'b'], waiting: ['c', 'd'] });
});

it('lets go of rows that are gone', () => {
  expect(hold_order(['a', 'b'], ['b'], true)).toEqual({ ids: ['b'], waiting: [] });
});
