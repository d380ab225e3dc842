// The time slider: live, or a moment of the past that stands still or runs. Pure; times are of the
// server's clock in ms.
import type { Hit } from '../../api/generated';

export const MINUTE_MS = 60_000;
export const LENGTHS_MIN = [60, 360, 1440] as const;
export const SPEEDS = [1, 5, 15, 60] as const;
export const SHOWN_FOR_MS = 15 * MINUTE_MS; // a hit stays on the map this long after its passage
const STEPS = 120; // from one end of the slider to the other

export type Playback = {
  at: number | null; // null: live
  is_playing: boolean;
  speed: (typeof SPEEDS)[number];
  length_min: (typeof LENGTHS_MIN)[number];
};
export const LIVE: Playback = { at: null, is_playing: false, speed: 15, length_min: 60 };

export const length_ms = ({ length_min }: Playback) => length_min * MINUTE_MS;
export const step_ms = (playback: Playback) => length_ms(playback) / STEPS;

// Before the start is the start; at the end it is live again.
export function sought(playback: Playback, at: number, now: number): Playback {
  if (at >= now) return { ...playback, at: null, is_playing: false };
  return { ...playback, at: Math.max(now - length_ms(playback), at) };
}

// While one stepped, now went on: who comes within half a step of it is there.
export function stepped(playback: Playback, by: 1 | -1, now: number): Playback {
  const step = step_ms(playback);
  const wanted = (playback.at ?? now) + by * step;
  const is_now = by > 0 && wanted > now - step / 2;
  return sought({ ...playback, is_playing: false }, is_now ? now : wanted, now);
}

// Who plays from live sees the whole length again.
export function toggled(playback: Playback, now: number): Playback {
  if (playback.is_playing) return { ...playback, is_playing: false };
  return { ...playback, at: playback.at ?? now - length_ms(playback), is_playing: true };
}

export function ticked(playback: Playback, passed_ms: number, now: number): Playback {
  if (!playback.is_playing || playback.at === null) return playback;
  return sought(playback, playback.at + passed_ms * playback.speed, now);
}

// Where each vehicle was last seen at that moment, unless that is too long before it.
export function hits_at(hits: readonly Hit[], at: number): Hit[] {
  const latest = new Map<string, Hit>();
  for (const hit of hits) {
    const seen = Date.parse(hit.captured_at);
    if (seen > at || seen <= at - SHOWN_FOR_MS) continue;
    const held = latest.get(hit.incident);
    if (!held || held.captured_at < hit.captured_at) latest.set(hit.incident, hit);
  }
  return [...latest.values()];
}

// How many hits fell in each part of the time, and how grave the gravest of them was.
export type Bar = { count: number; priority: number };

type Span = { from: number; until: number; parts: number };

export function bars(hits: readonly Hit[], { from, until, parts }: Span): Bar[] {
  const all = Array.from({ length: parts }, () => ({ count: 0, priority: 4 }));
  for (const { captured_at, priority } of hits) {
    const share = (Date.parse(captured_at) - from) / (until - from);
    const bar = share < 0 || share >= 1 ? undefined : all[Math.floor(share * parts)];
    if (!bar) continue;
    bar.count += 1;
    bar.priority = Math.min(bar.priority, priority);
  }
  return all;
}
