import { expect, test } from 'vitest';
import { drawn_password } from './drawn_password';

test('it is long, readable, and another each time', () => {
  const drawn = Array.from({ length: 200 }, () => drawn_password());
  expect(new Set(drawn).size).toBe(200);
  for (const one of drawn) expect(one).toMatch(/^([a-hjkmnp-z2-9]{5}-){3}[a-hjkmnp-z2-9]{5}$/);
});

test('each letter is as likely as another', () => {
  let next = 0;
  const every_byte = (bytes: Uint8Array<ArrayBuffer>) => bytes.fill(next++ % 256);
  const counts = new Map<string, number>();
  for (let i = 0; i < 31; i += 1) {
    for (const letter of drawn_password(every_byte).replaceAll('-', '')) {
      counts.set(letter, (counts.get(letter) ?? 0) + 1);
    }
  }
  expect([...counts.values()]).toEqual(Array.from({ length: 31 }, () => 20));
});
