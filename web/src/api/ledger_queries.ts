// What the screen of oversight asks. Reading uses is itself a use: asked on opening and on demand.
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answered } from './failure';
import { findPatterns, getLedger, listAudits, listUses, type Role } from './generated';
import { cache } from './queries';

const PAGE = 100;

export const ledger_query = queryOptions({
  queryKey: ['ledger'],
  queryFn: () => answered(getLedger()),
  refetchInterval: 60_000,
});

export const uses_query = infiniteQueryOptions({
  queryKey: ['uses'],
  queryFn: async ({ pageParam }) =>
    (await answered(listUses({ query: { ...pageParam, limit: PAGE } }))).items,
  initialPageParam: {} as { before?: number },
  getNextPageParam: (page) => {
    const last = page.at(-1);
    return page.length < PAGE || last === undefined || last.number === 0
      ? undefined
      : { before: last.number };
  },
  staleTime: Number.POSITIVE_INFINITY,
});

export const patterns_query = queryOptions({
  queryKey: ['patterns'],
  queryFn: () => answered(findPatterns()),
  staleTime: Number.POSITIVE_INFINITY,
});

export const audits_query = queryOptions({
  queryKey: ['audits'],
  queryFn: () => answered(listAudits()),
  staleTime: Number.POSITIVE_INFINITY,
});

export const audits_changed = () => cache.invalidateQueries({ queryKey: audits_query.queryKey });

const OVERSEERS: ReadonlySet<Role> = new Set(['overseer', 'data_protection_officer']);
export const oversees = (role: Role) => OVERSEERS.has(role);
