import { expect, it } from 'vitest';
import { dimmed } from './brilliance';
import { contrast } from './contrast';

it('knows the ends of the scale, however they are written', () => {
  expect(contrast('#fff', '#000')).toBe(21);
  expect(contrast('#ffffff', '#000000')).toBe(21);
  expect(contrast('#0b5cad', '#0b5cad')).toBe(1);
});

// A build shortens what can be shortened.
it('dims a short colour like its long form', () => {
  const long = { bg: '#ffffff', text: '#112233', 'accent-text': '#ffffff', accent: '#0b5cad' };
  const short = { bg: '#fff', text: '#123', 'accent-text': '#fff', accent: '#0b5cad' };
  expect(dimmed(short, 0.4)['bg']).toBe(dimmed(long, 0.4)['bg']);
  expect(dimmed(short, 0.4)['accent-text']).toBe(dimmed(long, 0.4)['accent-text']);
});
