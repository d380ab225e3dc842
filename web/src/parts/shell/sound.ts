// The sounds, made on the spot by Web Audio: one a class of hit, feed lost, feed back. A browser
// plays nothing before the page was clicked, so the screen asks useAudible() and says when sound is
// off. Which of them are heard is a setting of this device.
import { useSyncExternalStore } from 'react';
import { type CueName, type Settings, settings } from '../device/settings';

export type Cue = CueName;
type Tone = { hz: number; at_s: number; length_s: number };

const CUES: Readonly<Record<Cue, readonly Tone[]>> = {
  p1: [
    { hz: 880, at_s: 0, length_s: 0.14 },
    { hz: 1175, at_s: 0.18, length_s: 0.14 },
    { hz: 880, at_s: 0.36, length_s: 0.14 },
    { hz: 1175, at_s: 0.54, length_s: 0.22 },
  ],
  p2: [
    { hz: 660, at_s: 0, length_s: 0.16 },
    { hz: 784, at_s: 0.2, length_s: 0.2 },
  ],
  p3: [{ hz: 587, at_s: 0, length_s: 0.2 }],
  p4: [{ hz: 494, at_s: 0, length_s: 0.12 }],
  lost: [
    { hz: 440, at_s: 0, length_s: 0.25 },
    { hz: 294, at_s: 0.3, length_s: 0.4 },
  ],
  back: [
    { hz: 294, at_s: 0, length_s: 0.18 },
    { hz: 440, at_s: 0.22, length_s: 0.22 },
  ],
};
const LOUDNESS = 0.22;
const EDGE_S = 0.015; // fades in and out, without which a tone clicks
const SILENCE_MS = 60_000;

let audio: AudioContext | null = null;
let silent_until = 0;
const listeners = new Set<() => void>();
const tell = () => {
  for (const listener of listeners) listener();
};

function context(): AudioContext | null {
  if (audio || !('AudioContext' in globalThis)) return audio;
  audio = new AudioContext();
  audio.addEventListener('statechange', tell);
  return audio;
}

export function useAudible(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => context()?.state === 'running',
  );
}

export function useSilentUntil(): number {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => silent_until,
  );
}

// Must be called from a click or a key; plays a test tone so that a person has heard it.
export async function switch_on(): Promise<void> {
  await try_out('p2');
}

export function silence(): void {
  silent_until = Date.now() + SILENCE_MS;
  tell();
  setTimeout(tell, SILENCE_MS + 50);
}

export const is_silenced = (): boolean => Date.now() < silent_until;

// The sound for hits that came together: of the gravest class whose sound is wanted.
export function cue_for(priorities: readonly number[], sounds: Settings['sounds']): Cue | null {
  const cues = ['p1', 'p2', 'p3', 'p4'] as const;
  return cues.find((cue, at) => sounds[cue] && priorities.includes(at + 1)) ?? null;
}

export function play(cue: Cue): void {
  if (is_silenced() || !settings().sounds[cue]) return;
  sound(cue);
}

// To hear what it is like, wanted or not. Must be called from a click or a key.
export async function try_out(cue: Cue): Promise<void> {
  await context()?.resume();
  sound(cue);
  tell();
}

function sound(cue: Cue): void {
  const out = context();
  if (!out || out.state !== 'running') return;
  for (const { hz, at_s, length_s } of CUES[cue]) {
    const start = out.currentTime + at_s;
    const tone = out.createOscillator();
    const level = out.createGain();
    tone.frequency.value = hz;
    level.gain.setValueAtTime(0, start);
    level.gain.linearRampToValueAtTime(LOUDNESS, start + EDGE_S);
    level.gain.setValueAtTime(LOUDNESS, start + length_s - EDGE_S);
    level.gain.linearRampToValueAtTime(0, start + length_s);
    tone.connect(level).connect(out.destination);
    tone.start(start);
    tone.stop(start + length_s);
  }
}
