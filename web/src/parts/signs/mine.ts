import { useQuery } from '@tanstack/react-query';
import type { Claim } from '../../api/generated';
import { session_query } from '../../api/queries';

export function useIsMine(): (of: Claim | undefined) => boolean {
  const me = useQuery(session_query).data?.user.id;
  return (of) => of !== undefined && of.by.id === me;
}
