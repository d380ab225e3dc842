import { Trans, useLingui } from '@lingui/react/macro';
import { pill_of } from '../../api/connection';
import { useConnection } from '../../api/desk_feed';
import { server_now } from '../../api/server_clock';
import { clock_time, long_date, short_time, span } from '../../text/format';
import { useNow } from '../signs/age';
import styles from './wall.module.css';

// Whose wall it is, the time, and how old what stands here is.
export function WallHead({ zone }: { zone: string | undefined }) {
  const { t } = useLingui();
  useNow();
  const now = server_now();
  return (
    <header className={styles.head}>
      <h1 className={styles.title}>
        <span className={styles.mark}>BAS</span>
        <span>{zone ?? t`The whole province`}</span>
      </h1>
      <Freshness />
      <p className={styles.clock}>
        <span className={styles.date}>{long_date(now)}</span>
        <time className={styles.time} dateTime={new Date(now).toISOString()}>
          {clock_time(now)}
        </time>
      </p>
    </header>
  );
}

// Silence never looks like calm: without a sign of life the wall says how old it is.
function Freshness() {
  const connection = useConnection();
  const now = useNow();
  const pill = pill_of(connection, now);
  const { last_event_at } = connection;
  const age = last_event_at === null ? null : span(now - last_event_at);
  return (
    <p className={styles.freshness} data-kind={pill.kind} role="status">
      <span className={styles.sign} aria-hidden="true" />
      <span>
        <strong>
          <PillWord pill={pill} />
        </strong>
        {age !== null && (
          <span className={styles.age} aria-hidden="true">
            <Trans>as it was {age} ago</Trans>
          </span>
        )}
      </span>
    </p>
  );
}

function PillWord({ pill }: { pill: ReturnType<typeof pill_of> }) {
  if (pill.kind === 'connecting') return <Trans>Connecting</Trans>;
  if (pill.kind === 'live') return <Trans>Live</Trans>;
  if (pill.kind === 'delayed') return <Trans>Delayed</Trans>;
  const since = short_time(pill.since);
  return (
    <Trans>
      Offline since <span className={styles.number}>{since}</span>
    </Trans>
  );
}
