import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { dimmed } from './device/brilliance';
import { contrast, luminance } from './device/contrast';
import { BRILLIANCE_MIN } from './device/settings';

const css = readFileSync(path.join(import.meta.dirname, 'tokens.css'), 'utf8');

function tokens_of(palette: string): Record<string, string> {
  const block = css.match(new RegExp(`data-palette="${palette}"\\] \\{([^}]*)\\}`))?.[1] ?? '';
  return Object.fromEntries(
    [...block.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map((m) => [m[1], m[2]]),
  );
}

const BACKGROUNDS = ['bg', 'surface', 'raised'];
const WORDS = ['text', 'muted', 'p1', 'p2', 'p3', 'p4', 'good', 'caution', 'focus', 'accent'];

const LEAST = BRILLIANCE_MIN / 100;
const ENDS = [
  ['day', 1],
  ['dusk', 1],
  ['night', 1],
  ['day', LEAST],
  ['dusk', LEAST],
  ['night', LEAST],
] as const;

// Both ends of the slider.
describe.each(ENDS)('the palette %s at a brilliance of %d', (palette, brilliance) => {
  const whole = tokens_of(palette);
  const tokens = brilliance === 1 ? whole : { ...whole, ...dimmed(whole, brilliance) };
  const colour = (role: string) => {
    const found = tokens[role];
    if (!found) throw new Error(`${palette} has no --${role}`);
    return found;
  };

  it.each(BACKGROUNDS)('is readable on %s', (background) => {
    for (const word of WORDS) {
      expect(contrast(colour(word), colour(background)), word).toBeGreaterThanOrEqual(4.5);
    }
    expect(contrast(colour('control'), colour(background))).toBeGreaterThanOrEqual(3);
  });

  it('is readable on a selected row', () => {
    for (const word of ['text', 'muted', 'p1', 'p2', 'caution']) {
      expect(contrast(colour(word), colour('selected')), word).toBeGreaterThanOrEqual(4.5);
    }
  });

  it('prints a code that a phone can read', () => {
    const [paper, ink] = [colour('code-paper'), colour('code-ink')];
    expect(luminance(paper)).toBeGreaterThan(luminance(ink));
    expect(contrast(paper, ink)).toBeGreaterThanOrEqual(4.5);
  });

  it('is readable on filled buttons and the offline pill', () => {
    expect(contrast(colour('accent-text'), colour('accent'))).toBeGreaterThanOrEqual(4.5);
    expect(contrast(colour('p1-text'), colour('p1'))).toBeGreaterThanOrEqual(4.5);
    expect(contrast(colour('bg'), colour('caution'))).toBeGreaterThanOrEqual(4.5);
  });

  it('names every place of the map', () => {
    const zones = ['map-zone-a', 'map-zone-b', 'map-zone-c', 'map-zone-d'];
    for (const zone of [...zones, 'map-ground']) {
      expect(contrast(colour('map-name'), colour(zone)), zone).toBeGreaterThanOrEqual(4.5);
      expect(contrast(colour('map-camera'), colour(zone)), zone).toBeGreaterThanOrEqual(3);
    }
  });
});

it('gives less light at its lower end, in every palette', () => {
  for (const palette of ['day', 'dusk', 'night']) {
    const whole = tokens_of(palette);
    const less = dimmed(whole, LEAST);
    const light = (tokens: Readonly<Record<string, string>>, role: string) =>
      luminance(tokens[role] ?? '#ffffff');
    for (const role of ['bg', 'surface', 'raised']) {
      expect(light(less, role), `${palette} ${role}`).toBeLessThan(light(whole, role));
    }
    if (palette !== 'day') expect(light(less, 'text')).toBeLessThan(light(whole, 'text'));
    expect(dimmed(whole, 1)).toMatchObject({ text: whole['text'], bg: whole['bg'] });
  }
});

it('keeps the dark palettes dark', () => {
  const brightest = (palette: string) =>
    Math.max(...BACKGROUNDS.map((role) => luminance(tokens_of(palette)[role] ?? '#ffffff')));
  expect(brightest('dusk')).toBeLessThanOrEqual(0.03);
  expect(brightest('night')).toBeLessThanOrEqual(0.01);
});

it('paints the page before the style arrives in the colours of the style', () => {
  const early = readFileSync(path.join(import.meta.dirname, '../../public/palette.js'), 'utf8');
  for (const palette of ['day', 'dusk', 'night']) {
    expect(early).toContain(`${palette}: '${tokens_of(palette).bg}'`);
  }
});
