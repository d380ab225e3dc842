// What a filled-in form asks to be packed, and the box as bytes.
import type { SubjectWish } from '../../api/generated';

const KEY_BYTES = 32; // X25519

export function bytes_of(base64: string): Uint8Array<ArrayBuffer> | null {
  try {
    return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  } catch {
    return null;
  }
}

export const is_public_key = (text: string): boolean => bytes_of(text)?.length === KEY_BYTES;

export function subject_wish(fields: FormData): SubjectWish {
  const text = (name: string) => String(fields.get(name) ?? '').trim();
  return {
    plate: text('plate'),
    through: text('through') === 'supervisor' ? 'supervisor' : 'dpo',
    proof: text('proof'),
    recipient: text('recipient'),
    public_key: text('public_key').replaceAll(/\s/g, ''),
  };
}
