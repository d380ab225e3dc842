// What the screens of searches, grants and authorisations ask, each with its place in the cache.
import { queryOptions } from '@tanstack/react-query';
import { answered } from './failure';
import {
  getRegime,
  listAuthorisations,
  listGrants,
  listSites,
  listZones,
  type Regime,
  type Role,
  type User,
} from './generated';
import { cache } from './queries';

export const regime_query = queryOptions({
  queryKey: ['regime'],
  queryFn: () => answered(getRegime()),
  staleTime: Number.POSITIVE_INFINITY,
});

export const zones_query = queryOptions({
  queryKey: ['zones'],
  queryFn: async () => (await answered(listZones())).items,
  staleTime: 600_000,
});

export const sites_query = queryOptions({
  queryKey: ['sites'],
  queryFn: async () => (await answered(listSites())).items,
  staleTime: 600_000,
});

export const grants_query = queryOptions({
  queryKey: ['grants'],
  queryFn: async () => (await answered(listGrants())).items,
});

// Looking at them stands in the ledger: asked when the screen is opened, not again and again.
export const authorisations_query = queryOptions({
  queryKey: ['authorisations'],
  queryFn: async () => (await answered(listAuthorisations())).items,
  staleTime: 300_000,
});

export const papers_changed = () =>
  Promise.all([
    cache.invalidateQueries({ queryKey: grants_query.queryKey }),
    cache.invalidateQueries({ queryKey: authorisations_query.queryKey }),
  ]);

// What a role finds in the console, as far as a role tells. The server decides in the end.
const DESK: ReadonlySet<Role> = new Set(['operator', 'list_manager', 'traffic']);
const JUDICIAL: ReadonlySet<Role> = new Set(['investigator', 'magistrate_office']);

export const sees_hits = (role: Role) => DESK.has(role);
export const sees_lists = (role: Role) =>
  sees_hits(role) || role === 'investigator' || role === 'administrator';
export const searches = (role: Role) => role === 'investigator' || role === 'intelligence';
export const agrees_to_searches = (role: Role) => JUDICIAL.has(role);
export const keeps_holds = (role: Role) => JUDICIAL.has(role);
export const makes_holds = (role: Role) => role === 'investigator';
export const registers = (role: Role) => JUDICIAL.has(role);
export const sees_authorisations = (role: Role) =>
  registers(role) || role === 'data_protection_officer';
export const manages_grants = (role: Role) => role === 'zone_administrator';

// The purposes for which somebody may act at all.
export function purposes_of(law: Regime, user: User | undefined): Regime['purposes'] {
  const fits = (capacity: string) =>
    user?.capacity === 'both' ||
    capacity === (user?.capacity === 'judicial' ? 'jud_police' : 'admin_police');
  return law.purposes.filter((purpose) => fits(purpose.capacity));
}
