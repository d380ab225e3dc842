// Joins the stream to the cache, and lets screens read how alive it is.
import { useSyncExternalStore } from 'react';
import { batches_changed, batches_lost } from './batch_queries';
import { note_arrival } from './behind';
import { type Connection, NOT_CONNECTED } from './connection';
import { apply_event, apply_events, type Desk, EMPTY_DESK, trail_with, with_batch } from './desk';
import { DeskStream } from './desk_stream';
import { Failure } from './failure';
import type { Camera, Hit, Incident, IncidentWithHits } from './generated';
import { lists_changed } from './list_queries';
import { prefetch_pictures } from './pictures';
import { take_views } from './presence';
import { pursuits_changed } from './pursuit_queries';
import {
  ask_session,
  cache,
  cameras_query,
  desk_query,
  hit_query,
  fetch_desk,
  withdrawn_query,
} from './queries';
import { server_now } from './server_clock';
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

// Called with the hits of one frame that call for somebody. Returns how to stop.
export function on_hits(listener: (hits: readonly Hit[]) => void): () => void {
  hit_listeners.add(listener);
  return () => hit_listeners.delete(listener);
}

function of_name<N extends StreamEvent['name']>(events: readonly StreamEvent[], name: N) {
  return events.flatMap((event) => (event.name === name ? [event.data as DataOf<N>] : []));
}
type DataOf<N> = StreamEvent extends infer E
  ? E extends { name: infer M; data: infer D }
    ? N extends M
      ? D
      : never
    : never
  : never;

function apply(events: readonly StreamEvent[]): void {
  const hits = of_name(events, 'hit.created');
  note_arrival(hits, server_now());
  change_desk((desk) => apply_events(desk, events));
  if (hits.length > 0) prefetch_pictures(hits);
  const changed = of_name(events, 'hit.changed');
  // What nobody claimed in time and what was given back calls like a new one.
  const calling = [...hits, ...changed.filter(({ state }) => state === 'candidate')];
  call(calling);
  if (changed.length > 0) apply_changes(changed);
  const pursued = of_name(events, 'pursuit.changed');
  if (pursued.length > 0) pursuits_changed(pursued.map(({ id }) => id));
  const viewed = of_name(events, 'hit.viewed');
  if (viewed.length > 0) take_views(viewed);
  const lists = of_name(events, 'list.changed');
  if (lists.length > 0) lists_changed(lists);
  const health = of_name(events, 'camera.health');
  if (health.length > 0) apply_health(new Map(health.map((data) => [data.id, data])));
}

function call(hits: readonly Hit[]): void {
  if (hits.length > 0) for (const listener of hit_listeners) listener(hits);
}

function change_desk(change: (desk: Desk) => Desk): void {
  const desk = cache.getQueryData(desk_query.queryKey) ?? EMPTY_DESK;
  const next = change(desk);
  if (next !== desk) cache.setQueryData(desk_query.queryKey, next);
}

// A hit as it is now, wherever it is shown: on the card, in its trail, among the withdrawn.
function apply_changes(hits: readonly Hit[]): void {
  for (const hit of hits) {
    cache.setQueriesData<IncidentWithHits>({ queryKey: ['incident', hit.incident] }, (held) =>
      held ? { ...held, trail: trail_with(held.trail, hit) } : held,
    );
    cache.setQueryData(hit_query(hit.id).queryKey, (held) => held && hit);
  }
  if (hits.some((hit) => hit.state === 'withdrawn')) {
    void cache.invalidateQueries({ queryKey: withdrawn_query.queryKey });
  }
  if (hits.some((hit) => hit.batch !== undefined)) batches_changed();
}

// The answer to a step is taken at once; its event comes behind and changes nothing more.
export function take_hit(hit: Hit): void {
  change_desk((desk) => apply_event(desk, { name: 'hit.changed', seq: desk.seq, data: hit }));
  apply_changes([hit]);
}

// A daily batch that somebody looks at is kept current with the rest.
export function add_batch(incidents: readonly Incident[]): void {
  change_desk((desk) => with_batch(desk, incidents));
}

function apply_health(changes: ReadonlyMap<string, object>): void {
  cache.setQueryData(cameras_query.queryKey, (cameras: Camera[] | undefined) =>
    cameras?.map((camera) => ({ ...camera, ...changes.get(camera.id) })),
  );
}

// What was hit while the stream was away, and still waits for somebody.
function hits_beyond(before: Desk, desk: Desk): Hit[] {
  return Object.values(desk.incidents).flatMap(({ id, open, last_hit }) =>
    open && before.incidents[id]?.last_hit.id !== last_hit.id ? [last_hit] : [],
  );
}

async function snapshot(): Promise<number> {
  const before = cache.getQueryData(desk_query.queryKey);
  const desk: Desk = await fetch_desk();
  const unheard = before ? hits_beyond(before, desk) : [];
  note_arrival(unheard, server_now());
  cache.setQueryData(desk_query.queryKey, desk);
  call(unheard);
  prefetch_pictures(Object.values(desk.incidents).map((incident) => incident.last_hit));
  void cache.invalidateQueries({ queryKey: withdrawn_query.queryKey });
  batches_lost();
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
