import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { PursuitEntry } from '../../api/generated';
import { clock_time, full_time, short_time } from '../../text/format';
import { OutcomeName } from '../card/follow_up';
import styles from './pursuits.module.css';

// What was done and seen, the latest first. Every line says who, of which zone, and when.
export function PursuitLog({ log }: { log: readonly PursuitEntry[] }) {
  return (
    <ol className={styles.log}>
      {log.toReversed().map((entry) => (
        <li key={entry.number} data-event={entry.event}>
          <time dateTime={entry.at} title={full_time(entry.at)}>
            {clock_time(entry.at)}
          </time>
          <span className={styles.who}>
            {entry.by ? `${entry.by.name}, ${entry.by.zone?.name ?? ''}` : 'BAS'}
          </span>
          <span className={styles.what}>
            <Line entry={entry} />
          </span>
        </li>
      ))}
    </ol>
  );
}

function Line({ entry }: { entry: PursuitEntry }): ReactNode {
  const zone = entry.zone?.name ?? '';
  switch (entry.event) {
    case 'open':
      return <Trans>began the pursuit</Trans>;
    case 'invite':
      return <Trans>invited {zone}</Trans>;
    case 'join':
      return <Trans>takes part</Trans>;
    case 'leave':
      return <Trans>takes part no longer</Trans>;
    case 'hand_over':
      return <Trans>handed the lead to {zone}</Trans>;
    case 'sight':
      return <Trans>seen again</Trans>;
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
