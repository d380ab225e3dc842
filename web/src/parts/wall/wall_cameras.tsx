import { Trans, useLingui } from '@lingui/react/macro';
import type { Camera } from '../../api/generated';
import { server_now } from '../../api/server_clock';
import { whole } from '../../text/format';
import { useNow } from '../signs/age';
import { Icon } from '../signs/icon';
import styles from './wall.module.css';
import { SILENT_AFTER_MS } from '../map/health';
import { count_cameras } from './wall_counts';

// How many cameras deliver, and how many do not.
export function WallCameras({ cameras }: { cameras: readonly Camera[] | undefined }) {
  const { t } = useLingui();
  useNow();
  if (!cameras) return null;
  const counts = count_cameras(cameras, server_now());
  const [delivering, silent, disabled] = [counts.delivering, counts.silent, counts.disabled].map(
    whole,
  );
  const minutes = SILENT_AFTER_MS / 60_000;
  return (
    <section className={styles.cameras} aria-label={t`Cameras`}>
      <p data-tone="good">
        <Icon name="camera" />
        <Trans>
          <b>{delivering}</b> cameras deliver
        </Trans>
      </p>
      <p data-tone={counts.silent > 0 ? 'caution' : undefined}>
        <Icon name="warning" />
        <Trans>
          <b>{silent}</b> silent for {minutes} min
        </Trans>
      </p>
      <p>
        <Icon name="close" />
        <Trans>
          <b>{disabled}</b> switched off
        </Trans>
      </p>
    </section>
  );
}
