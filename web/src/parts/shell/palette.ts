// Day, dusk or night: one attribute on the root, kept on this device and read back by palette.js
// before the first paint.
import { useSyncExternalStore } from 'react';

export const PALETTES = ['day', 'dusk', 'night'] as const;
export type Palette = (typeof PALETTES)[number];

const STORED = 'bas.palette';
const listeners = new Set<() => void>();

export function palette_now(): Palette {
  const name = document.documentElement.dataset.palette;
  return PALETTES.find((palette) => palette === name) ?? 'day';
}

export function usePalette(): Palette {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, palette_now);
}

export function choose_palette(palette: Palette): void {
  document.documentElement.dataset.palette = palette;
  document.documentElement.style.removeProperty('background-color');
  try {
    localStorage.setItem(STORED, palette);
  } catch {
    // without storage the choice holds until the page is left
  }
  for (const listener of listeners) listener();
}

export function next_palette(palette: Palette): Palette {
  return PALETTES[(PALETTES.indexOf(palette) + 1) % PALETTES.length] ?? 'day';
}
