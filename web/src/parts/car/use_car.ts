import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Hit, Incident } from '../../api/generated';
import { desk_query, session_query } from '../../api/queries';
import { useTriage } from '../queue/use_triage';
import { beside, ENDS, is_for_car, type Verb } from './car_acts';
import { act, useOutbox, useSending } from './car_outbox';

export type Car = {
  is_ready: boolean;
  me: string | undefined;
  hit: Hit | undefined;
  waiting: Verb | undefined; // was pressed and is not sent yet
  at: number;
  count: number;
  step: (by: 1 | -1) => void;
  act: (verb: Verb) => void;
};

// Which hit the car shows. It stays until it is over or passed by, whatever comes meanwhile: who has
// seen it goes on with this vehicle.
export function useCar(): Car {
  const me = useQuery(session_query).data?.user.id;
  const desk = useQuery(desk_query).data;
  const triage = useTriage();
  const box = useOutbox();
  const [shown, set_shown] = useState<string | undefined>();
  useSending(me);
  const waiting_of = ({ last_hit }: Incident) =>
    box.waiting.find(({ hit }) => hit === last_hit.id)?.verb;
  const is_over = (incident: Incident) => {
    const verb = waiting_of(incident);
    return verb !== undefined && ENDS.has(verb);
  };
  const all = triage(desk?.incidents ?? {}).filter(
    (incident) => is_for_car(incident, me) && !is_over(incident),
  );
  const at = all.findIndex(({ id }) => id === shown);
  const first = all[0]?.id;
  if (at < 0 && shown !== first) set_shown(first); // rendered again at once with what is there
  const incident = all[at];
  const hit = incident?.last_hit;
  return {
    is_ready: desk !== undefined,
    me,
    hit,
    waiting: incident && waiting_of(incident),
    at,
    count: all.length,
    step: (by) => set_shown(beside(all, shown, by)?.id),
    act: (verb) => {
      if (hit && me !== undefined) void act(hit, verb, me);
    },
  };
}
