// What a filled-in form tells of plates that an account may not look up.
import type { ClosePlates } from '../../api/people_queries';

// A plate may be written with spaces: only commas and lines part one from the next.
const plates = (text: string) =>
  text
    .split(/[,;\n]+/)
    .map((plate) => plate.trim())
    .filter((plate) => plate !== '');

export function close_plates(fields: FormData): ClosePlates {
  const of = (name: string) => plates(String(fields.get(name) ?? ''));
  return { own: of('own'), relatives: of('relatives') };
}
