import { Trans } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import type { DeliveryState, Outlet, OutletEvent, OutletWay } from '../../api/generated';
import { zones_query } from '../../api/pursuit_queries';
import { Badge } from '../page/signs';

// Those that can be asked for, in the order in which they matter.
export const EVENTS: readonly OutletEvent[] = [
  'hit.validated',
  'hit.withdrawn',
  'pursuit.joined',
  'pursuit.changed',
  'list.suspended',
  'outlet.disabled',
];
export const WAYS: readonly OutletWay[] = ['webhook', 'mqtt', 'mail'];

export function EventName({ event }: { event: string }) {
  switch (event) {
    case 'hit.validated':
      return <Trans>A hit was validated</Trans>;
    case 'hit.withdrawn':
      return <Trans>A validated hit was withdrawn</Trans>;
    case 'pursuit.joined':
      return <Trans>A zone joined a pursuit</Trans>;
    case 'pursuit.changed':
      return <Trans>A pursuit changed</Trans>;
    case 'list.suspended':
      return <Trans>A list was suspended</Trans>;
    case 'outlet.disabled':
      return <Trans>An outlet went out of use</Trans>;
    default:
      return <Trans>A test</Trans>;
  }
}

export function WayName({ way }: { way: OutletWay }) {
  switch (way) {
    case 'webhook':
      return <Trans>Webhook</Trans>;
    case 'mqtt':
      return <Trans>MQTT topic</Trans>;
    case 'mail':
      return <Trans>E-mail</Trans>;
  }
}

export function OutletZone({ zone }: { zone: string | undefined }) {
  const zones = useQuery(zones_query).data;
  if (zone === undefined) return <Trans>the province</Trans>;
  return zones?.find(({ code }) => code === zone)?.name ?? zone;
}

export function OutletState({ outlet }: { outlet: Outlet }) {
  return outlet.disabled ? (
    <Badge tone="caution">
      <Trans>out of use</Trans>
    </Badge>
  ) : (
    <Badge tone="good">
      <Trans>in use</Trans>
    </Badge>
  );
}

export function DeliveryStateName({ state }: { state: DeliveryState }) {
  switch (state) {
    case 'waiting':
      return (
        <Badge tone="accent">
          <Trans>waits</Trans>
        </Badge>
      );
    case 'delivered':
      return (
        <Badge tone="good">
          <Trans>delivered</Trans>
        </Badge>
      );
    case 'dead':
      return (
        <Badge tone="caution">
          <Trans>given up</Trans>
        </Badge>
      );
  }
}
