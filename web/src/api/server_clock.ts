// The server's clock as this machine sees it, measured whenever the session is asked for.
import { clock_offset } from './connection';

let offset_ms = 0;

export function learn_clock(asked_at: number, answered_at: number, server_time: string): void {
  const measured = clock_offset(asked_at, answered_at, server_time);
  if (Number.isFinite(measured)) offset_ms = measured;
}

export function server_now(): number {
  return Date.now() + offset_ms;
}
