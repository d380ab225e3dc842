// Day, dusk or night: one attribute on the root, kept on this device and read back by palette.js
// before the first paint. Chosen by hand, by the clock, or in a car by the sun.
import { useSyncExternalStore } from 'react';
import { palette_at, palette_in_car } from '../device/palette_clock';
import { change_settings, settings } from '../device/settings';

export const PALETTES = ['day', 'dusk', 'night'] as const;
export type Palette = (typeof PALETTES)[number];

const STORED = 'bas.palette';
const listeners = new Set<() => void>();
let is_in_car = false;

export function palette_now(): Palette {
  const name = document.documentElement.dataset.palette;
  return PALETTES.find((palette) => palette === name) ?? 'day';
}

export function on_palette(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const usePalette = (): Palette => useSyncExternalStore(on_palette, palette_now);

function show(palette: Palette): void {
  const root = document.documentElement;
  if (root.dataset.palette === palette) return;
  root.dataset.palette = palette;
  for (const listener of listeners) listener();
}

function stored(): Palette {
  try {
    const name = localStorage.getItem(STORED);
    return PALETTES.find((palette) => palette === name) ?? palette_now();
  } catch {
    return palette_now();
  }
}

function keep(palette: Palette): void {
  try {
    localStorage.setItem(STORED, palette);
  } catch {
    // without storage the choice holds until the page is left
  }
}

// By hand, which ends the clock's say.
export function choose_palette(palette: Palette): void {
  keep(palette);
  if (settings().palette_by !== 'hand') change_settings({ palette_by: 'hand' });
  show(palette);
}

export function next_palette(palette: Palette): Palette {
  return PALETTES[(PALETTES.indexOf(palette) + 1) % PALETTES.length] ?? 'day';
}

// What belongs to this moment; called now and then.
export function follow_clock(now = Date.now()): void {
  const by_clock = settings().palette_by === 'clock';
  if (is_in_car) {
    show(palette_in_car(now, by_clock ? palette_at(now) : stored()));
    return;
  }
  if (!by_clock) return;
  keep(palette_at(now));
  show(palette_at(now));
}

// In a car the sun decides. Returns how to leave it.
export function enter_car(): () => void {
  is_in_car = true;
  follow_clock();
  return () => {
    is_in_car = false;
    show(stored());
    follow_clock();
  };
}
