import { expect, it } from 'vitest';
import { took, up_to } from './wait';

const plain = (text: string) => text.replaceAll('\u00a0', ' ');

it('tells what took less than a second as less than one', () => {
  expect([0, 0.4, 1.9, 130].map(took).map(plain)).toEqual(['< 1 s', '< 1 s', '1 s', '2 min']);
});

it('never says that a wait was within less than it was', () => {
  expect([0, 1.2, 59.5, 61, 672, 3_599].map(up_to).map(plain)).toEqual([
    '1 s',
    '2 s',
    '1 min',
    '2 min',
    '12 min',
    '1 h',
  ]);
});

it('leaves a whole unit as it is', () => {
  expect([5, 120, 7_200, 86_400].map(up_to).map(plain)).toEqual(['5 s', '2 min', '2 h', '1 d']);
});
