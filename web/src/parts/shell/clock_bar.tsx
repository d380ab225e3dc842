import { Trans } from '@lingui/react/macro';
import { useClockError } from '../../api/server_clock';
import { span } from '../../text/format';
import { Icon } from '../signs/icon';
import styles from './shell.module.css';

const TOLD_MS = 30_000; // below this nobody is misled by the clock in the corner of his screen
const ROUND_MS = 10_000;

// Says that the clock of this device is wrong. Nothing here is judged by it.
export function ClockBar() {
  const error_ms = useClockError();
  if (Math.abs(error_ms) < TOLD_MS) return null;
  const off = span(Math.round(Math.abs(error_ms) / ROUND_MS) * ROUND_MS);
  return (
    <div className={styles.soundBar} role="status">
      <Icon name="warning" />
      {error_ms > 0 ? (
        <Trans>
          The clock of this device is {off} fast. Times and ages here are those of the server.
        </Trans>
      ) : (
        <Trans>
          The clock of this device is {off} slow. Times and ages here are those of the server.
        </Trans>
      )}
    </div>
  );
}
