// Four sounds, made on the spot by Web Audio. A browser plays nothing before the page was clicked,
// so the screen asks is_audible() and says when sound is off.
import { useSyncExternalStore } from 'react';

export type Cue = 'p1' | 'p2' | 'lost' | 'back';
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
  await context()?.resume();
  play('p2');
  tell();
}

export function silence(): void {
  silent_until = Date.now() + SILENCE_MS;
  tell();
  setTimeout(tell, SILENCE_MS + 50);
}

export function play(cue: Cue): void {
  const out = context();
  if (!out || out.state !== 'running' || Date.now() < silent_until) return;
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
