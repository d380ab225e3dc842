// Which palette belongs to a moment.
import { short_hour } from '../../text/format';
import { is_sun_up } from './sun';

export type PaletteName = 'day' | 'dusk' | 'night';

const NIGHT_FROM = 22;
const NIGHT_UNTIL = 6;

// By clock: day while the sun is up, night from 22 to 6 o'clock, dusk between.
export function palette_at(at: number): PaletteName {
  if (is_sun_up(at)) return 'day';
  const hour = short_hour(at);
  return hour >= NIGHT_FROM || hour < NIGHT_UNTIL ? 'night' : 'dusk';
}

// In a car: day while the sun is up, else dusk, or night for who has chosen it.
export function palette_in_car(at: number, chosen: PaletteName): PaletteName {
  if (is_sun_up(at)) return 'day';
  return chosen === 'night' ? 'night' : 'dusk';
}
