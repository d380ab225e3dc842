import { Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useRef } from 'react';
import type { PursuitEntry, PursuitWithLog } from '../../api/generated';
import { clock_time, full_time, short_time } from '../../text/format';
import { OutcomeName } from '../card/follow_up';
import { useKeys } from '../keys/use_keys';
import { Badge } from '../page/signs';
import styles from './pursuits.module.css';

type Props = { pursuit: PursuitWithLog; last_read: number | null };

// What was done and seen, the latest first. Every line says who, of which zone, and when; what came
// while nobody looked is marked. N goes from sighting to sighting.
export function PursuitLog({ pursuit, last_read }: Props) {
  const { log, incident } = pursuit;
  const list = useRef<HTMLOListElement>(null);
  useKeys({ next_sighting: () => focus_next_sighting(list.current) }, list);
  const is_missed = ({ number }: PursuitEntry) => last_read !== null && number > last_read;
  const missed = log.filter(is_missed).length;
  return (
    <>
      {missed > 0 && (
        <p className={styles.missed}>
          <Trans>Written while you were away: {missed}</Trans>
        </p>
      )}
      <ol className={styles.log} ref={list}>
        {log.toReversed().map((entry) => (
          <li key={entry.number} data-event={entry.event} data-missed={is_missed(entry)}>
            <time dateTime={entry.at} title={full_time(entry.at)}>
              {clock_time(entry.at)}
            </time>
            <span className={styles.who}>
              {entry.by ? `${entry.by.name}, ${entry.by.zone?.name ?? ''}` : 'BAS'}
            </span>
            <span className={styles.what}>
              <Line entry={entry} incident={incident} />
            </span>
          </li>
        ))}
      </ol>
    </>
  );
}

// Round to the latest after the oldest.
function focus_next_sighting(list: HTMLOListElement | null): void {
  const seen = [...(list?.querySelectorAll<HTMLElement>('a') ?? [])];
  const at = seen.findIndex((line) => line === document.activeElement);
  seen[(at + 1) % seen.length]?.focus();
}

type LineProps = { entry: PursuitEntry; incident: string };

function Line({ entry, incident }: LineProps): ReactNode {
  const zone = entry.zone?.name ?? '';
  switch (entry.event) {
    case 'open':
      return (
        <>
          <Trans>began the pursuit:</Trans> <Seen entry={entry} incident={incident} />
        </>
      );
    case 'invite':
      return <Trans>invited {zone}</Trans>;
    case 'join':
      return <Trans>takes part</Trans>;
    case 'leave':
      return <Trans>takes part no longer</Trans>;
    case 'hand_over':
      return <Trans>handed the lead to {zone}</Trans>;
    case 'sight':
      return (
        <>
          <Seen entry={entry} incident={incident} />{' '}
          <Badge>
            <Trans>not compared</Trans>
          </Badge>
        </>
      );
    case 'extend': {
      const until = entry.until ? short_time(entry.until) : '';
      return <Trans>goes on until {until}</Trans>;
    }
    case 'end':
      return (
        <>
          <Trans>ended:</Trans> {entry.outcome && <OutcomeName outcome={entry.outcome} />}
        </>
      );
    default:
      return entry.note;
  }
}

// Where and when by the camera's clock; a plate that was read otherwise than it is listed says so.
function Seen({ entry, incident }: LineProps) {
  const { site } = entry.camera ?? {};
  const place = site ? `${site.road} · ${site.municipality || site.name}` : '';
  const moment = entry.seen_at ? clock_time(entry.seen_at) : '';
  return (
    <>
      <Link to="/watch" search={{ incident }}>
        <Trans>
          seen at {moment}, {place}
        </Trans>
      </Link>
      {entry.alike && (
        <>
          {' '}
          <Badge tone="caution">
            <Trans>look-alike</Trans>
          </Badge>
        </>
      )}
    </>
  );
}
