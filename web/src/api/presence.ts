// Who has which hit open. Every desk says it of itself again and again; who stops is gone.
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { answered } from './failure';
import { listPresence, notePresence, type Viewer } from './generated';
import { cache, session_query } from './queries';
import { server_now } from './server_clock';
import type { HitViewed } from './stream_events';

const SAY_EVERY_MS = 20_000;
const SETTLED_MS = 400; // who only passes by on the way down the list has nothing open

type Presence = Readonly<Record<string, readonly Viewer[]>>;

const presence_query = {
  queryKey: ['presence'],
  queryFn: async (): Promise<Presence> => {
    const { items } = await answered(listPresence());
    return Object.fromEntries(items.map(({ hit, viewers }) => [hit, viewers]));
  },
  staleTime: 60_000,
};

export function take_views(viewed: readonly HitViewed[]): void {
  cache.setQueryData(presence_query.queryKey, (held: Presence | undefined) => ({
    ...held,
    ...Object.fromEntries(viewed.map(({ hit, viewers }) => [hit, viewers as Viewer[]])),
  }));
}

// The others who have this hit open now.
export function useOthersAt(hit: string): readonly Viewer[] {
  const me = useQuery(session_query).data?.user.id;
  const viewers = useQuery(presence_query).data?.[hit] ?? [];
  return viewers.filter(({ id, until }) => id !== me && Date.parse(until) > server_now());
}

// While the server is away nobody is told; the next time tells it.
function tell(hit: string | undefined): void {
  void notePresence({ body: hit === undefined ? {} : { hit } }).catch(() => undefined);
}

// Says that this desk has the hit open, for as long as it has.
export function useHavingOpen(hit: string | undefined): void {
  useEffect(() => {
    const say = () => tell(hit);
    const first = setTimeout(say, SETTLED_MS);
    const again = setInterval(say, SAY_EVERY_MS);
    return () => {
      clearTimeout(first);
      clearInterval(again);
    };
  }, [hit]);
  useEffect(() => () => tell(undefined), []);
}
