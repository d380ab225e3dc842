// Dims the colours of a palette. Pictures and map may get as dark as one likes; letters keep the
// contrast that WCAG 2.2 asks for (1.4.3: 4.5, 1.4.11: 3). Pure: from tokens to tokens.
import { channels, contrast, luminance } from './contrast';

export type Tokens = Readonly<Record<string, string>>; // role to #rrggbb

export const GROUNDS = ['bg', 'surface', 'raised', 'selected'] as const;
export const WORDS = [
  'text',
  'muted',
  'p1',
  'p2',
  'p3',
  'p4',
  'good',
  'caution',
  'focus',
  'accent',
] as const;
// What is written on a filled button, and the filling.
const FILLED = [
  ['accent-text', 'accent'],
  ['p1-text', 'p1'],
] as const;
const WORD_FLOOR = 4.5;
const LINE_FLOOR = 3;
const ROUNDING = 0.03; // colours are whole numbers, so the floor is kept with a little to spare

export const DIMMED = [...GROUNDS, ...WORDS, 'control', 'line', 'accent-text', 'p1-text'] as const;

const scaled = (hex: string, by: number): string =>
  `#${channels(hex)
    .map((value) =>
      Math.round(value * by)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;

type Pair = { on: string; floor: number };

// The darkest that `light` may get, not below `wanted`, and still stand off from all it stands on.
function darkest(light: string, pairs: readonly Pair[], wanted: number): string {
  const is_legible = (by: number) =>
    pairs.every(({ on, floor }) => contrast(scaled(light, by), on) >= floor);
  let [low, high] = [wanted, 1];
  if (is_legible(low)) return scaled(light, low);
  for (let step = 0; step < 12; step += 1) {
    const middle = (low + high) / 2;
    if (is_legible(middle)) high = middle;
    else low = middle;
  }
  return scaled(light, high);
}

// What is already below its floor stays as it is.
const floor_of = (a: string, b: string, wanted: number): number =>
  Math.min(wanted + ROUNDING, contrast(a, b));

// `brilliance` from 0 to 1, where 1 is the palette itself.
export function dimmed(tokens: Tokens, brilliance: number): Tokens {
  const is_dark = luminance(tokens['bg'] ?? '#000000') < 0.2;
  return is_dark ? dimmed_dark(tokens, brilliance) : dimmed_light(tokens, brilliance);
}

const of = (tokens: Tokens, role: string): string => tokens[role] ?? '#000000';
const floor_for = (role: string) => (role === 'control' ? LINE_FLOOR : WORD_FLOOR);

// Dark grounds only gain by less light; each word goes down to its own floor.
function dimmed_dark(tokens: Tokens, brilliance: number): Tokens {
  const result: Record<string, string> = {};
  const freely = [...GROUNDS, 'line', 'accent-text', 'p1-text'];
  for (const role of freely) result[role] = scaled(of(tokens, role), brilliance);
  for (const role of [...WORDS, 'control']) {
    const own = of(tokens, role);
    const stands_on = [
      ...GROUNDS,
      ...FILLED.flatMap(([text, fill]) => (fill === role ? text : [])),
    ];
    const pairs = stands_on.map((ground) => ({
      on: of(result, ground),
      floor: floor_of(own, of(tokens, ground), floor_for(role)),
    }));
    result[role] = darkest(own, pairs, brilliance);
  }
  return result;
}

// On paper the light comes from the grounds: they go down until the palest word is at its floor.
function dimmed_light(tokens: Tokens, brilliance: number): Tokens {
  const result: Record<string, string> = { ...tokens };
  for (const ground of GROUNDS) {
    const own = of(tokens, ground);
    const pairs = [...WORDS, 'control'].map((role) => ({
      on: of(tokens, role),
      floor: floor_of(own, of(tokens, role), floor_for(role)),
    }));
    result[ground] = darkest(own, pairs, brilliance);
  }
  for (const [text, fill] of FILLED) {
    const floor = floor_of(of(tokens, text), of(tokens, fill), WORD_FLOOR);
    result[text] = darkest(of(tokens, text), [{ on: of(tokens, fill), floor }], brilliance);
  }
  return result;
}
