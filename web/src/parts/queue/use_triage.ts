import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Desk } from '../../api/desk';
import type { Incident } from '../../api/generated';
import { cameras_query, session_query } from '../../api/queries';
import { server_now } from '../../api/server_clock';
import { in_triage, places_of_zone } from '../../api/triage';

// The order of this desk at this moment.
export function useTriage(): (incidents: Desk['incidents']) => Incident[] {
  const cameras = useQuery(cameras_query).data;
  const zone = useQuery(session_query).data?.user.zone?.code;
  return useMemo(() => {
    const units = places_of_zone(cameras ?? [], zone);
    return (incidents) => in_triage(Object.values(incidents), server_now(), units);
  }, [cameras, zone]);
}
