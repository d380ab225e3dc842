// Hits that this screen heard of long after they were made: it was asleep or cut off. The server does
// not call them late, yet to who sits here they are: they do not ring, and say how late they are.
import type { Hit } from './generated';

export const LIVE_MS = 30_000; // so long after its making a hit still calls as live
const KEPT_MAX = 10_000;

const behind = new Map<string, number>(); // by hit, ms

export function note_arrival(hits: readonly Hit[], now: number): void {
  for (const { id, created_at } of hits) {
    const delay_ms = now - Date.parse(created_at);
    if (delay_ms > LIVE_MS && !behind.has(id)) behind.set(id, delay_ms);
  }
  for (const id of behind.keys()) {
    if (behind.size <= KEPT_MAX) return;
    behind.delete(id);
  }
}

// How late the hit is shown: since the passage where a camera held it back, since it was made where
// this screen was away. Null for what came live.
export function lateness(hit: Hit): number | null {
  if (hit.late) return Date.parse(hit.created_at) - Date.parse(hit.captured_at);
  return behind.get(hit.id) ?? null;
}

// Whether it calls for somebody now: it is new, or nobody claimed it in time.
export function calls_live(hit: Hit, now: number): boolean {
  if (hit.escalated_at) return !hit.late && now - Date.parse(hit.escalated_at) <= LIVE_MS;
  return lateness(hit) === null;
}
