import { Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useSettings } from '../device/settings';
import { useNow } from '../signs/age';
import { Icon } from '../signs/icon';
import styles from './shell.module.css';
import { switch_on, useAudible, useSilentUntil } from './sound';

// Says that sound is off, and why, as long as it is.
export function SoundBar() {
  const is_audible = useAudible();
  const silent_until = useSilentUntil();
  const { p1 } = useSettings().sounds;
  const left_s = Math.ceil((silent_until - useNow()) / 1000);
  if (!is_audible) {
    return (
      <div className={styles.soundBar}>
        <Icon name="mute" />
        <Trans>Sound is off: the browser waits for a click.</Trans>
        <button type="button" className="button" onClick={() => void switch_on()}>
          <Trans>Turn on and test</Trans>
        </button>
      </div>
    );
  }
  if (!p1) {
    return (
      <div className={styles.soundBar}>
        <Icon name="mute" />
        <Trans>
          By your settings nothing sounds for class 1. <Link to="/me">Change that</Link>
        </Trans>
      </div>
    );
  }
  if (left_s <= 0) return null;
  return (
    <div className={styles.soundBar}>
      <Icon name="mute" />
      <Trans>Silent for {left_s} s. Nothing is acknowledged by this.</Trans>
    </div>
  );
}
