// What a person sees of its own account.
import { queryOptions } from '@tanstack/react-query';
import { answered } from './failure';
import { getSecondFactor, listSessions } from './generated';
import { cache } from './queries';

export const second_factor_query = queryOptions({
  queryKey: ['second-factor'],
  queryFn: () => answered(getSecondFactor()),
});

export const own_sessions_query = queryOptions({
  queryKey: ['own-sessions'],
  queryFn: async () => (await answered(listSessions())).items,
});

export const account_changed = () =>
  Promise.all([
    cache.invalidateQueries({ queryKey: second_factor_query.queryKey }),
    cache.invalidateQueries({ queryKey: own_sessions_query.queryKey }),
  ]);
