// What the screen of oversight asks. Reading uses is itself a use: asked on opening and on demand.
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answered } from './failure';
import {
  findPatterns,
  getLedger,
  getProcessingRegister,
  getProcessingRegisterChanges,
  listAudits,
  listUses,
  type Role,
} from './generated';
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

export const REGISTERS = ['processing', 'cameras'] as const;
export type RegisterName = (typeof REGISTERS)[number];

export const register_query = (name: RegisterName) =>
  queryOptions({
    queryKey: ['register', name, 'itself'],
    queryFn: () => answered(getProcessingRegister({ path: { name } })),
    staleTime: Number.POSITIVE_INFINITY,
  });

export const register_changes_query = (name: RegisterName, from: number, to: number) =>
  queryOptions({
    queryKey: ['register', name, 'changes', from, to],
    queryFn: () => answered(getProcessingRegisterChanges({ path: { name }, query: { from, to } })),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 60_000,
  });

// Only the officer for data protection answers a data subject.
export const answers_subjects = (role: Role) => role === 'data_protection_officer';
