import { Trans } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useRef } from 'react';
import type { NextCamera, Pursuit, PursuitZone } from '../../api/generated';
import { hand_over, invite, zones_query } from '../../api/pursuit_queries';
import { percent } from '../../text/format';
import { useKeys } from '../keys/use_keys';
import type { Act } from '../page/act';
import { ActButton } from '../page/act_button';
import { Badge } from '../page/signs';
import styles from './pursuits.module.css';
import { ranked } from './ranked';

type Props = {
  pursuit: Pursuit;
  likely: readonly NextCamera[];
  leads: boolean;
  takes_part: boolean;
  act: Act;
};

// Who takes part, who was asked, and who may still be: the zone it is likely to reach first.
export function PursuitZones({ pursuit, likely, leads, takes_part, act }: Props) {
  const zones = useQuery(zones_query).data ?? [];
  const list = useRef<HTMLUListElement>(null);
  const focus_first = (verb: string) => (event: KeyboardEvent) => {
    event.preventDefault();
    list.current?.querySelector<HTMLElement>(`button[data-verb=${verb}]`)?.focus();
  };
  useKeys({ invite: focus_first('invite'), hand_over: focus_first('hand_over') });
  const there = new Set(pursuit.zones.filter(({ left_at }) => !left_at).map(({ code }) => code));
  const others = ranked(
    zones.filter(({ code }) => !there.has(code)),
    likely,
  );
  const is_over = pursuit.ended_at !== undefined;
  return (
    <ul className={styles.zones} ref={list}>
      {pursuit.zones.map((zone) => (
        <ZoneOfIt key={zone.code} zone={zone} lead={pursuit.lead.code}>
          {leads && !is_over && zone.takes_part && zone.code !== pursuit.lead.code && (
            <ActButton
              act={act}
              verb="hand_over"
              keys="hand_over"
              onClick={() => act.run(() => hand_over(pursuit, zone.code))}
            >
              <Trans>Hand over the lead</Trans>
            </ActButton>
          )}
        </ZoneOfIt>
      ))}
      {takes_part &&
        !is_over &&
        others.map(({ code, name, probability }, place) => (
          <li key={code}>
            <span className={styles.muted}>{name}</span>
            {probability > 0 && <LikelyThere probability={probability} />}
            <span className={styles.room} />
            <ActButton
              act={act}
              verb="invite"
              keys={place === 0 ? 'invite' : undefined}
              onClick={() => act.run(() => invite(pursuit, code))}
            >
              <Trans>Invite</Trans>
            </ActButton>
          </li>
        ))}
    </ul>
  );
}

type ZoneProps = { zone: PursuitZone; lead: string; children: ReactNode };

function ZoneOfIt({ zone, lead, children }: ZoneProps) {
  return (
    <li>
      <span>{zone.name}</span>
      {zone.code === lead && (
        <Badge tone="good">
          <Trans>leads</Trans>
        </Badge>
      )}
      {!zone.takes_part && (
        <span className={styles.muted}>
          {zone.left_at ? <Trans>has left</Trans> : <Trans>invited</Trans>}
        </span>
      )}
      <span className={styles.room} />
      {children}
    </li>
  );
}

function LikelyThere({ probability }: { probability: number }) {
  const share = percent(probability);
  return (
    <Badge tone="accent">
      <Trans>likely next, {share}</Trans>
    </Badge>
  );
}
