// The server's clock as this machine sees it, measured whenever the session is asked for.
import { useSyncExternalStore } from 'react';
import { clock_offset } from './connection';

let offset_ms = 0;
const listeners = new Set<() => void>();

export function learn_clock(asked_at: number, answered_at: number, server_time: string): void {
  const measured = clock_offset(asked_at, answered_at, server_time);
  if (!Number.isFinite(measured)) return;
  offset_ms = measured;
  for (const listener of listeners) listener();
}

export function server_now(): number {
  return on_server(Date.now());
}

// A moment of this machine's clock, by the server's.
export function on_server(here_ms: number): number {
  return here_ms + offset_ms;
}

// How far this machine's clock is ahead of the server's; negative where it is behind.
export function useClockError(): number {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => -offset_ms,
  );
}
