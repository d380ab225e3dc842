import { expect, it } from 'vitest';
import { ALPHABETS, spell } from './spelling';

it.each(Object.entries(ALPHABETS))(
  '%s: has a word for every letter, which begins with it',
  (_, words) => {
    const bare = (text: string) => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toUpperCase();
    expect([...words.keys()].join('')).toBe('ABCDEFGHIJKLMNOPQRSTUVWXYZ');
    for (const [letter, word] of words) expect(bare(word)).toMatch(new RegExp(`^${letter}.`));
    expect(new Set(words.values()).size).toBe(26);
  },
);

it.each([
  ['nl', '1QRS234', '1 Quotiënt Robert Sofie 2 3 4'],
  ['fr', '1QRS234', '1 Quiévrain Robert Simon 2 3 4'],
  ['de', 'ACÖ12', 'Aachen Chemnitz Umlaut Offenbach 1 2'],
  ['en', '1-xrs-234', '1 X-ray Romeo Sierra 2 3 4'],
] as const)('%s: says %s as %s', (language, plate, wanted) => {
  expect(spell(plate, language).join(' ')).toBe(wanted);
});

it('says a letter it has no word for as it is', () => {
  expect(spell('ÅB1', 'nl')).toEqual(['Å', 'Brussel', '1']);
});
