// The time slider with its clock, and the hits it runs over.
import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import type { Desk } from '../../api/desk';
import type { Hit } from '../../api/generated';
import { past_hits_query } from '../../api/past_hits';
import { cache } from '../../api/queries';
import { server_now } from '../../api/server_clock';
import { hits_at, length_ms, LIVE, type Playback, ticked } from './playback';

const TICK_MS = 100; // often enough to look like moving, seldom enough for a slow machine
const NONE: readonly Hit[] = [];

export type Past = {
  playback: Playback;
  change: (how: (was: Playback, now: number) => Playback) => void;
  all: readonly Hit[]; // of the whole length and somewhat before
  shown: readonly Hit[] | null; // of the moment; null: live
  whole_from: number | null; // before this some hits are missing
  is_loading: boolean;
  error: unknown; // null: none
  again: () => void;
};

export function usePast(desk: Desk): Past {
  const [playback, set_playback] = useState(LIVE);
  const length = length_ms(playback);
  const asked = useQuery(past_hits_query(length));
  const is_past = playback.at !== null;
  // Every page of hits stands in the ledger as shown: they are asked for anew when somebody looks
  // back, and not every minute that nobody does.
  useEffect(() => {
    if (is_past) void cache.prefetchQuery(past_hits_query(length));
  }, [is_past, length]);
  const change: Past['change'] = (how) => set_playback((was) => how(was, server_now()));

  useEffect(() => {
    if (!playback.is_playing) return;
    let last = performance.now();
    const timer = setInterval(() => {
      const now = performance.now();
      const passed = now - last;
      last = now;
      set_playback((was) => ticked(was, passed, server_now()));
    }, TICK_MS);
    return () => clearInterval(timer);
  }, [playback.is_playing]);

  const all = useMemo(() => with_desk(asked.data?.hits ?? NONE, desk), [asked.data, desk]);
  const { at } = playback;
  const shown = useMemo(() => (at === null ? null : hits_at(all, at)), [all, at]);
  return {
    playback,
    change,
    all,
    shown,
    whole_from: asked.data?.whole_from ?? null,
    is_loading: asked.isPending,
    error: asked.error,
    again: () => void asked.refetch(),
  };
}

// What came since the past was asked for is on the desk.
function with_desk(hits: readonly Hit[], desk: Desk): Hit[] {
  const known = new Set(hits.map(({ id }) => id));
  const newer = Object.values(desk.incidents).flatMap(({ last_hit }) =>
    known.has(last_hit.id) ? [] : [last_hit],
  );
  return [...hits, ...newer];
}
