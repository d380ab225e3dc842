import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { preferred_language } from './language';

const messages_of = (locale: string) => {
  const text = readFileSync(path.join(import.meta.dirname, `locales/${locale}.po`), 'utf8');
  const pairs = [...text.matchAll(/^msgid ((?:".*"\n?)+)msgstr ((?:".*"\n?)+)/gm)];
  const joined = (lines: string | undefined) => (lines ?? '').replaceAll(/^"|"$|\n/gm, '');
  return new Map(
    pairs.map(([, id, words]) => [joined(id), joined(words)]).slice(1) as [string, string][],
  );
};
const placeholders = (text: string) =>
  [...text.matchAll(/\{(\w+)[,}]/g)].map(([, name]) => name).toSorted();

const source = messages_of('en');

it('has texts at all', () => expect(source.size).toBeGreaterThan(100));

it.each(['nl', 'fr', 'de'])('says everything in %s, with the same facts in it', (locale) => {
  const texts = messages_of(locale);
  expect([...texts.keys()]).toEqual([...source.keys()]);
  for (const [id, text] of texts) {
    expect(text, id).not.toBe('');
    expect(new Set(placeholders(text)), id).toEqual(new Set(placeholders(id)));
    const tags = (words: string) => words.match(/<\/?\d+\/?>/g) ?? [];
    expect(tags(text), id).toEqual(tags(id));
  }
});

it.each([
  [null, 'fr', ['de-BE'], 'fr'],
  ['de', 'fr', ['nl'], 'de'],
  [null, undefined, ['pl', 'fr-FR'], 'fr'],
  [null, undefined, ['pl'], 'nl'],
] as const)(
  'prefers choice, profile, browser, Dutch: %s %s %s',
  (chosen, profile, browser, wanted) => {
    expect(preferred_language(chosen, profile, browser)).toBe(wanted);
  },
);
