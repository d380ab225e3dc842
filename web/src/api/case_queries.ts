// What colleagues agree to and what cases keep, each with its place in the cache. Looking at them
// stands in the ledger: asked when the screen is opened, not again and again.
import { queryOptions } from '@tanstack/react-query';
import { answered } from './failure';
import { listAgreements, listHolds, statePurpose } from './generated';
import { cache } from './queries';

export const agreements_query = queryOptions({
  queryKey: ['agreements'],
  queryFn: async () => (await answered(listAgreements())).items,
  staleTime: 60_000,
});

export const agreements_changed = () =>
  cache.invalidateQueries({ queryKey: agreements_query.queryKey });

export const holds_query = queryOptions({
  queryKey: ['holds'],
  queryFn: async () => (await answered(listHolds())).items,
  staleTime: 60_000,
});

export const holds_changed = () => cache.invalidateQueries({ queryKey: holds_query.queryKey });

// What is opened names it.
export async function stated_purpose(why: {
  purpose: string;
  case_number: string;
  reason: string;
}): Promise<string> {
  return (await answered(statePurpose({ body: why }))).id;
}
