import { Trans } from '@lingui/react/macro';
import { percent } from '../../text/format';
import styles from './lists.module.css';

type Props = { stage: 'sending' | 'reading'; share: number; onCancel: () => void };

// How far a file is: first on its way, then being read.
export function ImportProgress({ stage, share, onCancel }: Props) {
  const done = percent(share);
  return (
    <div className={styles.progress} role="status">
      <div className={styles.progressLine}>
        <span id="progress">
          {stage === 'sending' ? (
            <Trans>The file is being sent: {done}</Trans>
          ) : (
            <Trans>The file is being read: {done}. The list in force stays until it is done.</Trans>
          )}
        </span>
        <button type="button" className="button" onClick={onCancel}>
          <Trans>Cancel</Trans>
        </button>
      </div>
      <progress max={1} value={share} aria-labelledby="progress" />
    </div>
  );
}
