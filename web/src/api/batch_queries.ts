// The daily batches of the own zone: what does not ring is worked through a day at a time.
import { queryOptions } from '@tanstack/react-query';
import { answered } from './failure';
import { type Batch, type Incident, listBatches, listIncidents } from './generated';
import { cache } from './queries';

const EVERY_MS = 60_000;
const PAGE = 500;

export const batches_query = queryOptions({
  queryKey: ['batches'],
  queryFn: async () => (await answered(listBatches())).items,
  refetchInterval: EVERY_MS,
});

// How much of a day is done is told by the server; a step there is seen at once.
export function batches_changed(): void {
  void cache.invalidateQueries({ queryKey: batches_query.queryKey });
}

export function batch_changed(batch: Pick<Batch, 'day' | 'vehicles'>): void {
  void cache.invalidateQueries({ queryKey: batch_query(batch).queryKey });
}

// After a stream that was lost: what happened meanwhile was told to nobody.
export function batches_lost(): void {
  batches_changed();
  void cache.invalidateQueries({ queryKey: ['batch'] });
}

async function all_behind(batch: string, held: Incident[], before?: string): Promise<Incident[]> {
  const page = await answered(
    listIncidents({ query: { batch, limit: PAGE, ...(before && { before }) } }),
  );
  const all = [...held, ...page.items];
  return page.next === undefined ? all : all_behind(batch, all, page.next);
}

// All vehicles of a day that is over. Events keep them current, so they are asked for again only
// when the server counts others than are held, as when a camera has sent more behind: each answer
// discloses, and stands in the ledger.
export const batch_query = (batch: Pick<Batch, 'day' | 'vehicles'> | undefined) =>
  queryOptions({
    queryKey: ['batch', batch?.day, batch?.vehicles],
    queryFn: () => all_behind(batch?.day ?? '', []),
    enabled: batch !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
  });

// The day to begin with: the oldest that waits for somebody, for it is over first; else the latest.
export function first_day(batches: readonly Batch[]): string | undefined {
  const ready = batches.filter((batch) => batch.ready);
  return (ready.findLast(({ open }) => open > 0) ?? ready[0])?.day;
}

export const open_in = (batches: readonly Batch[]): number =>
  batches.reduce((sum, { ready, open }) => sum + (ready ? open : 0), 0);
