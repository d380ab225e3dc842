// What a person set on this device: how it looks, sounds and is steered. Kept in the browser, since
// the server keeps no profile of looks; another device has its own.
import { useSyncExternalStore } from 'react';
import { z } from 'zod';

export const DENSITIES = ['comfortable', 'compact', 'touch'] as const;
export const BRILLIANCE_MIN = 40; // per cent
export const CUE_NAMES = ['p1', 'p2', 'p3', 'p4', 'lost', 'back'] as const;

export type CueName = (typeof CUE_NAMES)[number];

const heard = (by_default: boolean) => z.boolean().catch(by_default);

// What cannot be read counts as not set, each member for itself.
const schema = z.object({
  palette_by: z.enum(['hand', 'clock']).catch('hand'),
  brilliance: z.number().int().min(BRILLIANCE_MIN).max(100).catch(100),
  density: z.enum(DENSITIES).catch('comfortable'),
  sounds: z
    .object({
      p1: heard(true),
      p2: heard(true),
      p3: heard(false),
      p4: heard(false),
      lost: heard(true),
      back: heard(true),
    })
    .catch({ p1: true, p2: true, p3: false, p4: false, lost: true, back: true }),
  keys: z.record(z.string(), z.array(z.string()).readonly()).catch({}),
  letters: z.boolean().catch(true),
  motion: z.enum(['system', 'reduced']).catch('system'),
  hand: z.enum(['right', 'left']).catch('right'),
  reads_aloud: z.boolean().catch(true),
});

export type Settings = Readonly<z.infer<typeof schema>>;

const STORED = 'bas.settings'; // palette.js reads it too

export function settings_from(text: string | null): Settings {
  let json: unknown = null;
  try {
    json = JSON.parse(text ?? '{}');
  } catch {
    // what somebody else wrote there is as good as nothing
  }
  return schema.safeParse(json).data ?? schema.parse({});
}

function stored(): string | null {
  try {
    return localStorage.getItem(STORED);
  } catch {
    return null; // storage may be forbidden
  }
}

let now = settings_from(stored());
const listeners = new Set<() => void>();

function take(settings: Settings): void {
  now = settings;
  for (const listener of listeners) listener();
}

export const settings = (): Settings => now;

// Called after every change. Returns how to stop.
export function on_settings(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const useSettings = (): Settings => useSyncExternalStore(on_settings, settings);

export function change_settings(change: Partial<Settings>): void {
  const changed = { ...now, ...change };
  try {
    localStorage.setItem(STORED, JSON.stringify(changed));
  } catch {
    // without storage it holds until the page is left
  }
  take(changed);
}

// Other tabs of this browser follow.
export function follow_other_tabs(): void {
  globalThis.addEventListener('storage', ({ key, newValue }) => {
    if (key === STORED) take(settings_from(newValue));
  });
}
