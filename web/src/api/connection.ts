// How alive the stream is, as one value that the pill, the watchdog and the tests share.
export type Connection = {
  role: 'leader' | 'follower' | 'alone'; // alone: this browser allows no lock, every tab streams
  phase: 'connecting' | 'open' | 'lost';
  last_event_at: number | null; // by this machine's clock, ms
  last_server_at: number | null; // what the server's clock said in its last sign of life, ms
  latency_ms: number | null; // from the server's clock to this screen, latest measurement
  lost_at: number | null;
  version: string | null;
};

export const NOT_CONNECTED: Connection = {
  role: 'follower',
  phase: 'connecting',
  last_event_at: null,
  last_server_at: null,
  latency_ms: null,
  lost_at: null,
  version: null,
};

export type Pill =
  | { kind: 'connecting' }
  | { kind: 'live'; latency_ms: number }
  | { kind: 'delayed'; seconds: number }
  | { kind: 'offline'; since: number };

export const WATCHDOG_MS = 25_000;
const HEARTBEAT_MS = 10_000;
const SLACK_MS = 3_000; // a heartbeat may be this late before the screen says so

// Silence must never look like calm: without a sign of life the pill leaves "live" by itself.
export function pill_of(connection: Connection, now: number): Pill {
  const { phase, last_event_at, latency_ms, lost_at } = connection;
  if (phase === 'lost') return { kind: 'offline', since: lost_at ?? now };
  if (last_event_at === null || latency_ms === null) return { kind: 'connecting' };
  const silent_ms = now - last_event_at;
  if (silent_ms > WATCHDOG_MS) return { kind: 'offline', since: last_event_at };
  if (silent_ms > HEARTBEAT_MS + SLACK_MS) {
    return { kind: 'delayed', seconds: Math.round(silent_ms / 1000) };
  }
  if (latency_ms > 2_000) return { kind: 'delayed', seconds: Math.round(latency_ms / 1000) };
  return { kind: 'live', latency_ms };
}

// The difference between the server's clock and ours, from a question and its answer: the answer
// was written about half way between the two.
export function clock_offset(asked_at: number, answered_at: number, server_time: string): number {
  return Date.parse(server_time) - (asked_at + answered_at) / 2;
}
