import { expect, it } from 'vitest';
import { asked_plate, glyphs_of, is_pattern } from './accepted';

const differing = (read: string, entry: string) =>
  glyphs_of(read, entry)
    .filter(({ differs }) => differs)
    .map(({ text }) => text);

it('marks the characters that were misread', () => {
  expect(differing('1QR5Z34', '1QRS234')).toEqual(['5', 'Z']);
  expect(differing('1QRS234', '1QRS234')).toEqual([]);
});

it('shows where a character is missing', () => {
  const gaps = glyphs_of('1QS234', '1QRS234').filter(({ is_gap }) => is_gap);
  expect(gaps).toHaveLength(1);
  expect(gaps[0]?.differs).toBe(true);
});

it('takes whatever stands in the place of a ? or a *', () => {
  expect(differing('1ABC23', '1A?C23')).toEqual([]);
  expect(differing('1ABC23', '1A*')).toEqual([]);
  expect(differing('1ABC23', '*23')).toEqual([]);
  expect(differing('1ABC24', '1A?C23')).toEqual(['4']);
});

it('knows a pattern', () => {
  expect(is_pattern('1A?C')).toBe(true);
  expect(is_pattern('1ABC')).toBe(false);
});

it('asks for what the plate is, however it was typed', () => {
  expect(asked_plate(' 1-abc·234 ')).toBe('1ABC234');
});
