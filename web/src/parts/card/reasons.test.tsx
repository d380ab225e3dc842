// @vitest-environment jsdom
import { i18n } from '@lingui/core';
import { I18nProvider } from '@lingui/react';
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, beforeAll, expect, it } from 'vitest';
import type { HitReasons } from '../../api/generated';
import { sample_hit } from '../../testing/samples';
import { messages } from '../../text/locales/nl.po';
import { Reasons } from './reasons';

beforeAll(() => i18n.loadAndActivate({ locale: 'nl', messages }));
afterEach(cleanup);

function told(change: Partial<HitReasons>): string[] {
  const reasons: HitReasons = {
    kind: 'exact',
    country: 'neither',
    ...change,
  };
  render(
    <I18nProvider i18n={i18n}>
      <Reasons hit={sample_hit({ reasons })} />
    </I18nProvider>,
  );
  return screen.getAllByRole('listitem').map((item) => item.textContent ?? '');
}

it('names each character of a misread, and what speaks for one', () => {
  const lines = told({
    kind: 'missing',
    differing: [{ listed_place: 1, read_place: 1, listed: '1', read: 'I' }],
    missing: { place: 3, glyph: 'B' },
    obeys_grammar: false,
    country: 'entry_only',
    entry_country: 'BE',
  });
  expect(lines).toEqual([
    'B op plaats 3 werd niet gelezen.',
    'I werd gelezen in plaats van 1 op plaats 1.',
    'De lezing is geen plaat die haar land uitgeeft, wat op een leesfout wijst.',
    'De camera gaf geen land; de lijstregel is voor BE.',
  ]);
});

it('says what was seen of the vehicle in the words of the reader', () => {
  const facts = [
    { fact: 'colour' as const, seen: 'red', listed: 'blue', agrees: false, ratio: 0.1 },
    { fact: 'make' as const, seen: 'Volvo', listed: 'Volvo', agrees: true, ratio: 3 },
  ];
  const lines = told({
    vehicle: { facts, speaks: 'against', plate_follows_person: true, ratio: 0.3 },
  });
  expect(lines.at(-1)).toBe(
    'De camera zag rood, Volvo; de lijstregel noemt blauw, Volvo. Dat spreekt ertegen. ' +
      'Maar daar volgt de plaat de persoon.',
  );
});

it('shows the English sentence of a hit that was made before reasons were kept', () => {
  render(
    <I18nProvider i18n={i18n}>
      <Reasons hit={sample_hit()} />
    </I18nProvider>,
  );
  expect(screen.getByText('The plates are equal.').getAttribute('lang')).toBe('en');
});
