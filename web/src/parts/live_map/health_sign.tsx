import { Trans } from '@lingui/react/macro';
import type { Health } from '../map/health';
import styles from './live_map.module.css';

export function HealthName({ health }: { health: Health }) {
  switch (health) {
    case 'well':
      return <Trans>sends reads</Trans>;
    case 'doubtful':
      return <Trans>many reads put aside</Trans>;
    case 'clock':
      return <Trans>clock off</Trans>;
    case 'maintenance':
      return <Trans>in maintenance</Trans>;
    case 'outside':
      return <Trans>outside its authorised period</Trans>;
    case 'off':
      return <Trans>switched off</Trans>;
    case 'never':
      return <Trans>nothing received yet</Trans>;
    default:
      return <Trans>silent</Trans>;
  }
}

// The same shapes as on the map.
export function HealthSign({ health }: { health: Health }) {
  return (
    <svg
      viewBox="0 0 16 16"
      width="16"
      height="16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.8"
      strokeLinecap="round"
      className={styles.health}
      data-health={health}
      aria-hidden="true"
    >
      <circle cx="8" cy="8" r={health === 'well' ? 4 : 6} />
      {health === 'well' && <circle cx="8" cy="8" r="4" fill="currentColor" />}
      {health === 'doubtful' && <path d="M8 2a6 6 0 0 0 0 12Z" fill="currentColor" />}
      {health === 'silent' && <path d="M8 4.8v3.6M8 11v.1" />}
      {health === 'clock' && <path d="M8 4.4V8l2.4 1.4" />}
      {health === 'maintenance' && <path d="M6 8v.1M10 8v.1" />}
      {health === 'outside' && <path d="M4.8 8h6.4" />}
      {health === 'off' && <path d="M5.5 5.5l5 5M10.5 5.5l-5 5" />}
    </svg>
  );
}
