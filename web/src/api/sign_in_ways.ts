// How one may sign in here, for the sign-in screen alone.
import { queryOptions } from '@tanstack/react-query';
import { answered } from './failure';
import { getSignInWays } from './generated';

export const ways_query = queryOptions({
  queryKey: ['sign-in-ways'],
  queryFn: () => answered(getSignInWays()),
  staleTime: Number.POSITIVE_INFINITY,
});
