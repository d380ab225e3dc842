import { useMemo } from 'react';
import type { Desk } from '../../api/desk';
import type { Incident } from '../../api/generated';
import { useHeldOrder } from '../page/use_held_order';
import { useTriage } from './use_triage';

export type Rows = { incidents: Incident[]; waiting: number; release: () => void };

// The rows of the queue, in their places while `is_still`.
export function useStillRows(incidents: Desk['incidents'], is_still: boolean): Rows {
  const triage = useTriage();
  const live = useMemo(() => triage(incidents).map(({ id }) => id), [incidents, triage]);
  const { ids, waiting, release } = useHeldOrder(live, is_still);
  const rows = useMemo(() => ids.flatMap((id) => incidents[id] ?? []), [ids, incidents]);
  return { incidents: rows, waiting, release };
}
