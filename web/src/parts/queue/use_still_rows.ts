import { useMemo, useState } from 'react';
import { type Desk, in_order } from '../../api/desk';
import type { Incident } from '../../api/generated';
import { hold_order } from '../../api/still_order';

const NOTHING: readonly string[] = [];

export type Rows = { incidents: Incident[]; waiting: number; release: () => void };

// The rows of the queue. While `is_still` they keep their places, although what they say goes on.
export function useStillRows(incidents: Desk['incidents'], is_still: boolean): Rows {
  const live = useMemo(() => in_order(incidents).map(({ id }) => id), [incidents]);
  const [held, set_held] = useState(NOTHING);
  const holds = is_still && held.length > 0;
  if (!holds && held !== live) set_held(live);
  const order = hold_order(held, live, holds);
  const rows = order.ids.flatMap((id) => incidents[id] ?? []);
  return { incidents: rows, waiting: order.waiting.length, release: () => set_held(live) };
}
