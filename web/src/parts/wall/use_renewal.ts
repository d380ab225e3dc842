import { useEffect, useRef } from 'react';
import { useConnection } from '../../api/desk_feed';

// A wall stands for weeks and nobody reloads it: when the server runs another version than the one
// this page came from, the page is fetched again.
export function useRenewal(reload: () => void = () => location.reload()): void {
  const { version } = useConnection();
  const first = useRef<string | null>(null);
  useEffect(() => {
    if (version === null) return;
    if (first.current !== null && first.current !== version) reload();
    first.current = version;
  }, [version, reload]);
}
