// How the server itself fares.
import { queryOptions } from '@tanstack/react-query';
import { answered } from './failure';
import { getSystem, type Role } from './generated';

export const sees_system = (role: Role) => role === 'administrator';

export const system_query = queryOptions({
  queryKey: ['system'],
  queryFn: () => answered(getSystem()),
  refetchInterval: 60_000,
});
