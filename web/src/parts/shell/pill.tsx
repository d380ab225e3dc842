import { Trans, useLingui } from '@lingui/react/macro';
import { pill_of } from '../../api/connection';
import { useConnection } from '../../api/desk_feed';
import { on_server } from '../../api/server_clock';
import { short_time } from '../../text/format';
import { useNow } from '../signs/age';
import styles from './pill.module.css';

// Whether what the screen shows is what happens now.
export function ConnectionPill() {
  const { t } = useLingui();
  const connection = useConnection();
  const pill = pill_of(connection, useNow());
  const note = connection.role === 'alone' ? t`This tab has a connection of its own` : undefined;
  return (
    <span className={styles.pill} data-kind={pill.kind} title={note}>
      <span className={styles.mark} aria-hidden="true" />
      <PillText pill={pill} />
    </span>
  );
}

function PillText({ pill }: { pill: ReturnType<typeof pill_of> }) {
  if (pill.kind === 'connecting') return <Trans>Connecting</Trans>;
  if (pill.kind === 'live') {
    const ms = Math.max(1, Math.round(pill.latency_ms));
    return (
      <Trans>
        Live <span className={styles.number}>{ms} ms</span>
      </Trans>
    );
  }
  if (pill.kind === 'delayed') {
    const { seconds } = pill;
    return (
      <Trans>
        Delayed <span className={styles.number}>{seconds} s</span>
      </Trans>
    );
  }
  const since = short_time(on_server(pill.since));
  return (
    <Trans>
      Offline since <span className={styles.number}>{since}</span>
    </Trans>
  );
}
