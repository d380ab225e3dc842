import { useQuery } from '@tanstack/react-query';
import { session_query } from '../../api/queries';

// Whether this person may change lists, as far as the role tells. The server decides in the end.
export function useMayKeep(): boolean {
  const session = useQuery(session_query);
  return session.data !== undefined && session.data.user.role === 'list_manager';
}
