import { useQuery } from '@tanstack/react-query';
import type { User } from '../../api/generated';
import { session_query } from '../../api/queries';

const KEEPERS: ReadonlySet<User['role']> = new Set(['list_manager', 'administrator']);

// Whether this person may change lists, as far as the role tells. The server decides in the end.
export function useMayKeep(): boolean {
  const session = useQuery(session_query);
  return session.data !== undefined && KEEPERS.has(session.data.user.role);
}
