import { i18n } from '@lingui/core';
import { beforeEach, expect, it } from 'vitest';
import { clock_time, evidence_time, full_time, percent, span, term_words } from './format';

beforeEach(() => i18n.loadAndActivate({ locale: 'nl', messages: {} }));

it('shows Brussels time, in winter and in summer', () => {
  expect(clock_time('2026-11-23T20:05:09.000Z')).toBe('21:05:09');
  expect(clock_time('2026-07-01T20:05:09.000Z')).toBe('22:05:09');
  expect(clock_time('2026-11-23T23:05:09.000Z')).toBe('00:05:09');
});

it('keeps the fraction the camera gave', () => {
  expect(evidence_time('2026-11-23T20:05:09.120Z')).toMatch(/^21:05:09[.,]120$/);
});

it('names the day in full', () => {
  expect(full_time('2026-11-23T20:05:09Z')).toBe('maandag 23 november 2026, 21:05:09');
});

it.each([
  [4_000, '4 s'],
  [59_999, '59 s'],
  [660_000, '11 min'],
  [3 * 3_600_000, '3 u'],
  [50 * 3_600_000, '2 d'],
  [-5, '0 s'],
])('tells %d ms as %s', (ms, text) => {
  expect(span(ms).replace('\u00a0', ' ')).toBe(text);
});

it('never rounds up to certainty', () => {
  expect(percent(0.9997)).toMatch(/^99,9/);
  expect(percent(1)).toMatch(/^100/);
});

it.each([
  ['1 month', '1 maand'],
  ['30 days', '30 dagen'],
  ['12 months', '12 maanden'],
  ['10 years', '10 jaar'],
  ['for ever', 'for ever'],
])('tells the term %s as %s', (term, text) => {
  expect(term_words(term)).toBe(text);
});
