// The sums of the coordination cell. Asking for them is a use: on opening and on demand.
import { queryOptions } from '@tanstack/react-query';
import { answered } from './failure';
import { getStatistics, type Role } from './generated';

const BLIND: ReadonlySet<Role> = new Set(['investigator', 'magistrate_office', 'intelligence']);
export const sees_statistics = (role: Role) => !BLIND.has(role);

export type Period = { from: string; to: string; zone?: string };

export const statistics_query = ({ from, to, zone }: Period) =>
  queryOptions({
    queryKey: ['statistics', from, to, zone],
    queryFn: () =>
      answered(getStatistics({ query: { from, to, ...(zone === undefined ? {} : { zone }) } })),
    staleTime: Number.POSITIVE_INFINITY,
  });
