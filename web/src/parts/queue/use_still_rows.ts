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
  // Not for each step of scrolling: there may be thousands.
  const order = useMemo(() => hold_order(held, live, holds), [held, live, holds]);
  const rows = useMemo(() => order.ids.flatMap((id) => incidents[id] ?? []), [order, incidents]);
  return { incidents: rows, waiting: order.waiting.length, release: () => set_held(live) };
}
