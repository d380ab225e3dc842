import { Trans } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import type { Pursuit } from '../../api/generated';
import { hand_over, invite, zones_query } from '../../api/pursuit_queries';
import type { Act } from '../page/act';
import { Badge } from '../page/signs';
import styles from './pursuits.module.css';

type Props = { pursuit: Pursuit; leads: boolean; takes_part: boolean; act: Act };

// Who takes part, who was asked, and who may still be.
export function PursuitZones({ pursuit, leads, takes_part, act }: Props) {
  const zones = useQuery(zones_query).data ?? [];
  const there = new Set(pursuit.zones.map(({ code }) => code));
  const others = zones.filter(({ code }) => !there.has(code));
  const is_over = pursuit.ended_at !== undefined;
  return (
    <ul className={styles.zones}>
      {pursuit.zones.map((zone) => (
        <li key={zone.code}>
          <span>{zone.name}</span>
          {zone.code === pursuit.lead.code && (
            <Badge tone="good">
              <Trans>leads</Trans>
            </Badge>
          )}
          {!zone.takes_part && (
            <span className={styles.muted}>
              {zone.left_at ? <Trans>has left</Trans> : <Trans>invited</Trans>}
            </span>
          )}
          {leads && !is_over && zone.takes_part && zone.code !== pursuit.lead.code && (
            <button
              type="button"
              className="button"
              disabled={act.is_busy}
              onClick={() => void act.run(() => hand_over(pursuit, zone.code))}
            >
              <Trans>Hand over the lead</Trans>
            </button>
          )}
        </li>
      ))}
      {takes_part &&
        !is_over &&
        others.map(({ code, name }) => (
          <li key={code}>
            <span className={styles.muted}>{name}</span>
            <button
              type="button"
              className="button"
              disabled={act.is_busy}
              onClick={() => void act.run(() => invite(pursuit, code))}
            >
              <Trans>Invite</Trans>
            </button>
          </li>
        ))}
    </ul>
  );
}
