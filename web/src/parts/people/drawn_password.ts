// A first password for somebody else to type once: no letter that is taken for another.
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';
const GROUPS = 4;
const IN_A_GROUP = 5; // 20 letters of 31: 99 bits
const EVEN = 256 - (256 % LETTERS.length); // above it the first letters would come more often

type Draw = (bytes: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer>;

function drawn_letter(draw: Draw): string {
  for (;;) {
    const [byte = EVEN] = draw(new Uint8Array(1));
    if (byte < EVEN) return LETTERS.charAt(byte % LETTERS.length);
  }
}

// "k7m2p-…": drawn by the browser's own generator.
export function drawn_password(draw: Draw = (bytes) => crypto.getRandomValues(bytes)): string {
  const group = () => Array.from({ length: IN_A_GROUP }, () => drawn_letter(draw)).join('');
  return Array.from({ length: GROUPS }, group).join('-');
}
