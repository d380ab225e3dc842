// Which characters of a misread differ from the plate or the pattern it was taken for. Pure.
import { compare } from '../card/compare';

export type Glyph = { place: number; text: string; differs: boolean; is_gap: boolean };

export function glyphs_of(read: string, entry: string): Glyph[] {
  return compare(read, entry).map(({ place, read: character, likeness }) => ({
    place,
    text: character,
    differs: likeness === 'different' || likeness === 'look-alike',
    is_gap: character === '',
  }));
}

export function is_pattern(plate: string): boolean {
  return /[?*]/.test(plate);
}

// What stands in the field as it is asked for: spaces, dashes and small letters tell nothing.
export function asked_plate(text: string): string {
  return text.replaceAll(/[\s.\-·]/g, '').toUpperCase();
}
