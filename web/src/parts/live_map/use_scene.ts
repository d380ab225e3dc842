// What the map shows now, gathered from the one cache: open hits, running pursuits with their last
// sighting, where those vehicles and the chosen one are awaited, and the cameras.
import { useQueries, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Desk } from '../../api/desk';
import type { Hit, Incident, NextCamera, Pursuit } from '../../api/generated';
import { pursuits_query } from '../../api/pursuit_queries';
import { cameras_query, hit_query, next_query } from '../../api/queries';
import { server_now } from '../../api/server_clock';
import { is_awaited } from '../card/next_cameras';
import { useTriage } from '../queue/use_triage';
import type { Chased, Expected, Scene } from './items';

const NO_PURSUITS: readonly Pursuit[] = [];
const NOBODY: Scene['cameras'] = [];

const ranks = (hit: Hit, nexts: readonly NextCamera[] | undefined): Expected[] =>
  (nexts ?? []).map((next, index) => ({ hit, next, rank: index + 1 }));

// Compared by what they say, so that nothing is drawn again for the same answers.
const answers_of = <T>(asked: readonly { data: T | undefined }[]) => asked.map(({ data }) => data);

// The chosen vehicle stays on the map when it is closed.
export function useScene(desk: Desk, incident: Incident | undefined): Scene {
  const triage = useTriage();
  const cameras = useQuery(cameras_query).data ?? NOBODY;
  const pursuits = useChased(desk);
  const expected = useExpected(pursuits, incident);
  const closed = incident?.open === false ? incident.id : undefined;
  const hits = useMemo(() => {
    const shown = Object.values(desk.incidents).filter(({ id, open }) => open || id === closed);
    const ranked = triage(Object.fromEntries(shown.map((one) => [one.id, one])));
    return ranked.map((one) => ({ hit: one.last_hit, incident: one }));
  }, [desk.incidents, closed, triage]);
  return useMemo(
    () => ({ hits, pursuits, expected, cameras, now: server_now() }),
    [hits, pursuits, expected, cameras],
  );
}

function useChased(desk: Desk): readonly Chased[] {
  const pursuits = useQuery(pursuits_query).data ?? NO_PURSUITS;
  const running = useMemo(() => pursuits.filter(({ ended_at }) => !ended_at), [pursuits]);
  const asked = useQueries({
    queries: running.map(({ incident, last_hit }) => ({
      ...hit_query(last_hit),
      enabled: desk.incidents[incident] === undefined,
    })),
    combine: answers_of<Hit>,
  });
  return useMemo(
    () =>
      running.flatMap((pursuit, index) => {
        const hit = desk.incidents[pursuit.incident]?.last_hit ?? asked[index];
        return hit ? [{ pursuit, hit }] : [];
      }),
    [running, desk.incidents, asked],
  );
}

function useExpected(pursuits: readonly Chased[], incident: Incident | undefined) {
  const hits = useMemo(() => {
    const followed = pursuits.map(({ hit }) => hit);
    const is_other = incident && followed.every((hit) => hit.incident !== incident.id);
    return (is_other ? [...followed, incident.last_hit] : followed).filter(is_awaited);
  }, [pursuits, incident]);
  const nexts = useQueries({
    queries: hits.map((hit) => next_query(hit.id)),
    combine: answers_of<NextCamera[]>,
  });
  return useMemo(() => hits.flatMap((hit, index) => ranks(hit, nexts[index])), [hits, nexts]);
}
