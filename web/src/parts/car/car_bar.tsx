import { Trans, useLingui } from '@lingui/react/macro';
import { useNavigate } from '@tanstack/react-router';
import { aria_keys } from '../keys/current_keys';
import { ConnectionPill } from '../shell/pill';
import { Icon } from '../signs/icon';
import styles from './car.module.css';
import type { Reading } from './use_reading';

type Props = {
  at: number; // from 0; -1: none
  count: number;
  reading: Reading;
  onStep: (step: 1 | -1) => void;
};

// How many there are and the way through them, whether the line stands, the voice, and the way out.
export function CarBar({ at, count, reading, onStep }: Props) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const place = at + 1;
  return (
    <header className={styles.bar}>
      <button
        type="button"
        className="button"
        aria-keyshortcuts={aria_keys('leave_car')}
        onClick={() => void navigate({ to: '/watch', search: {} })}
      >
        <Icon name="out" />
        <Trans>Leave</Trans>
      </button>
      <ConnectionPill />
      <span className={styles.room} />
      {at >= 0 && (
        <button
          type="button"
          className="button"
          aria-keyshortcuts={aria_keys('read_aloud')}
          disabled={!reading.has_voice}
          title={
            reading.has_voice ? undefined : t`This device has no voice of its own for this language`
          }
          onClick={reading.read}
        >
          <Icon name={reading.has_voice ? 'sound' : 'mute'} />
          {reading.has_voice ? <Trans>Read aloud</Trans> : <Trans>No voice</Trans>}
        </button>
      )}
      {count > 0 && (
        <span className={styles.steps}>
          <Step
            label={t`Previous hit`}
            keys={aria_keys('previous_in_car')}
            onClick={() => onStep(-1)}
          />
          <span className={styles.count}>
            <Trans>
              {place} of {count}
            </Trans>
          </span>
          <Step
            label={t`Next hit`}
            keys={aria_keys('next_in_car')}
            is_next
            onClick={() => onStep(1)}
          />
        </span>
      )}
    </header>
  );
}

type StepProps = {
  label: string;
  keys: string | undefined;
  is_next?: boolean;
  onClick: () => void;
};

function Step({ label, keys, is_next = false, onClick }: StepProps) {
  return (
    <button
      type="button"
      className={`button ${styles.step}`}
      data-next={is_next}
      aria-label={label}
      aria-keyshortcuts={keys}
      onClick={onClick}
    >
      <Icon name="back" />
    </button>
  );
}
