// Joins the stream to the cache, and lets screens read how alive it is.
import { useSyncExternalStore } from 'react';
import { type Connection, NOT_CONNECTED } from './connection';
import { apply_events, type Desk, EMPTY_DESK } from './desk';
import { DeskStream } from './desk_stream';
import { Failure } from './failure';
import type { Camera, Hit } from './generated';
import { prefetch_pictures } from './pictures';
import { ask_session, cache, cameras_query, desk_query, fetch_desk } from './queries';
import type { StreamEvent } from './stream_events';

let connection = NOT_CONNECTED;
const listeners = new Set<() => void>();
const hit_listeners = new Set<(hits: readonly Hit[]) => void>();

export function useConnection(): Connection {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => connection,
  );
}

// Called with the hits of one frame as they arrive live. Returns how to stop.
export function on_hits(listener: (hits: readonly Hit[]) => void): () => void {
  hit_listeners.add(listener);
  return () => hit_listeners.delete(listener);
}

function apply(events: readonly StreamEvent[]): void {
  const desk = cache.getQueryData(desk_query.queryKey) ?? EMPTY_DESK;
  const next = apply_events(desk, events);
  if (next !== desk) cache.setQueryData(desk_query.queryKey, next);
  const hits = events.flatMap((event) => (event.name === 'hit.created' ? [event.data] : []));
  if (hits.length > 0) {
    prefetch_pictures(hits);
    for (const listener of hit_listeners) listener(hits);
  }
  const health = events.filter((event) => event.name === 'camera.health');
  if (health.length > 0) apply_health(new Map(health.map(({ data }) => [data.id, data])));
}

function apply_health(changes: ReadonlyMap<string, object>): void {
  cache.setQueryData(cameras_query.queryKey, (cameras: Camera[] | undefined) =>
    cameras?.map((camera) => ({ ...camera, ...changes.get(camera.id) })),
  );
}

async function snapshot(): Promise<number> {
  const desk: Desk = await fetch_desk();
  cache.setQueryData(desk_query.queryKey, desk);
  prefetch_pictures(Object.values(desk.incidents).map((incident) => incident.last_hit));
  return desk.seq;
}

async function session_stands(): Promise<boolean> {
  try {
    await ask_session();
    return true;
  } catch (error) {
    if (error instanceof Failure && error.status === 401) return false;
    throw error;
  }
}

// Returns how to stop. `session_lost` is called once the server has said that nobody is signed in.
export function start_feed(session_lost: () => void): () => void {
  const stream = new DeskStream({
    snapshot,
    seq: () => cache.getQueryData(desk_query.queryKey)?.seq ?? 0,
    apply,
    connection: (changed) => {
      connection = changed;
      for (const listener of listeners) listener();
    },
    session_stands,
    session_lost,
  });
  stream.start();
  return () => stream.stop();
}
