import { expect, it } from 'vitest';
import { text_of_view, view_in } from './map_place';

it('reads back where one looked, and takes nothing else for a place', () => {
  const view = { longitude: 4.736, latitude: 51.3, zoom: 11.2 };
  expect(view_in(text_of_view(view))).toEqual(view);
  for (const wrong of [
    undefined,
    '',
    '4.7,51.2',
    'a,b,c',
    '4.7,91,10',
    '4.7,51,10,1',
    '4.7,51,99',
  ]) {
    expect(view_in(wrong)).toBeUndefined();
  }
});
