// What the screens ask of the server, each with its place in the one cache.
import { QueryClient, queryOptions } from '@tanstack/react-query';
import { desk_from, with_snapshot } from './desk';
import { answered, Failure } from './failure';
import {
  getHit,
  getIncident,
  getSession,
  type Incident,
  listCameras,
  listIncidents,
  listNextCameras,
  listWithdrawnHits,
  type Session,
  signIn,
} from './generated';
import { client } from './generated/client.gen';
import { proving } from './proof';
import { learn_clock } from './server_clock';

client.setConfig({ baseUrl: '', fetch: proving((input, init) => fetch(input, init)) });

const PAGE = 500;
const OPEN_MAX = 10_000; // more than a zone can look at
const ENDED = 200;

export const cache = new QueryClient({
  defaultOptions: {
    queries: {
      retry: (count, error) => !(error instanceof Failure && error.status >= 400) && count < 2,
      refetchOnWindowFocus: false,
      staleTime: 30_000,
    },
  },
});

export async function ask_session(): Promise<Session> {
  const asked_at = Date.now();
  const session = await answered(getSession());
  learn_clock(asked_at, Date.now(), session.server_time);
  return session;
}

// Without a code none is sent: the answer then says that one may be needed.
export async function sign_in(name: string, password: string, code: string): Promise<Session> {
  return answered(signIn({ body: { name, password, ...(code && { code }) } }));
}

async function open_behind(before: string | undefined, held: Incident[]): Promise<Incident[]> {
  if (before === undefined || held.length >= OPEN_MAX) return held;
  const page = await answered(listIncidents({ query: { open: true, limit: PAGE, before } }));
  return open_behind(page.next, [...held, ...page.items]);
}

// All that waits for somebody, page by page, and what ended last. The position in the stream is
// that of before the first page: what changes meanwhile comes again.
export async function fetch_desk() {
  const { seq, items, next } = await answered(
    listIncidents({ query: { open: true, limit: PAGE } }),
  );
  const ended = await answered(listIncidents({ query: { limit: ENDED } }));
  return with_snapshot(desk_from({ seq, items: await open_behind(next, items) }), ended);
}

export const session_query = queryOptions({
  queryKey: ['session'],
  queryFn: ask_session,
  refetchInterval: 300_000,
});

// Filled by the stream alone, see desk_feed.ts.
export const desk_query = queryOptions({
  queryKey: ['desk'],
  queryFn: fetch_desk,
  enabled: false,
  staleTime: Number.POSITIVE_INFINITY,
});

// `version` is part of the key: a new hit of the incident asks for its trail again.
export const incident_query = (id: string, version: number) =>
  queryOptions({
    queryKey: ['incident', id, version],
    queryFn: () => answered(getIncident({ path: { id } })),
    placeholderData: (before) => (before?.id === id ? before : undefined),
  });

// Where it is likely to be seen next. Who is not seen where he was awaited is on another way.
const NEXT_EVERY_MS = 15_000;
// One hit that is not on the desk, such as the last sighting of a pursuit.
export const hit_query = (hit: string) =>
  queryOptions({
    queryKey: ['hit', hit],
    queryFn: () => answered(getHit({ path: { id: hit } })),
  });

export const next_query = (hit: string) =>
  queryOptions({
    queryKey: ['next', hit],
    queryFn: async () => (await answered(listNextCameras({ path: { id: hit } }))).items,
    refetchInterval: NEXT_EVERY_MS,
  });

export const cameras_query = queryOptions({
  queryKey: ['cameras'],
  queryFn: async () => (await answered(listCameras())).items,
  refetchInterval: 60_000,
});

// Hits that this person had open and that were withdrawn since; until confirmed.
export const withdrawn_query = queryOptions({
  queryKey: ['withdrawn'],
  queryFn: async () => (await answered(listWithdrawnHits())).items,
  refetchInterval: 60_000,
});
