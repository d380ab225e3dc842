import { useMemo, useState } from 'react';
import type { Desk } from '../../api/desk';
import type { Incident } from '../../api/generated';
import { hold_order } from '../../api/still_order';
import { useTriage } from './use_triage';

const NOTHING: readonly string[] = [];

export type Rows = { incidents: Incident[]; waiting: number; release: () => void };

// The rows of the queue. While `is_still` they keep their places, although what they say goes on.
export function useStillRows(incidents: Desk['incidents'], is_still: boolean): Rows {
  const triage = useTriage();
  const live = useMemo(() => triage(incidents).map(({ id }) => id), [incidents, triage]);
  const [held, set_held] = useState(NOTHING);
  const holds = is_still && held.length > 0;
  if (!holds && held !== live) set_held(live);
  const order = hold_order(held, live, holds);
  const rows = order.ids.flatMap((id) => incidents[id] ?? []);
  return { incidents: rows, waiting: order.waiting.length, release: () => set_held(live) };
}
