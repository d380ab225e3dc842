import { expect, test } from 'vitest';
import { bytes_of, is_public_key, subject_wish } from './subject_wish';

const KEY = btoa('\x09'.repeat(32));

test('a key pasted over two lines is one', () => {
  const fields = new FormData();
  for (const [name, value] of [
    ['plate', ' 1-ABC-234 '],
    ['through', 'supervisor'],
    ['proof', 'certificate'],
    ['recipient', 'holder'],
    ['public_key', `${KEY.slice(0, 20)}\n ${KEY.slice(20)}\n`],
  ] as const) {
    fields.append(name, value);
  }
  expect(subject_wish(fields)).toEqual({
    plate: '1-ABC-234',
    through: 'supervisor',
    proof: 'certificate',
    recipient: 'holder',
    public_key: KEY,
  });
});

test('32 bytes are a key, and nothing else is', () => {
  expect(is_public_key(KEY)).toBe(true);
  for (const odd of ['', 'not base64!', btoa('short'), btoa('x'.repeat(33))]) {
    expect(is_public_key(odd), odd).toBe(false);
  }
  expect([...(bytes_of('AP8=') ?? [])]).toEqual([0, 255]);
});
