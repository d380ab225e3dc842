import { Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { change_settings, useSettings } from '../device/settings';
import { Check } from './check';
import styles from './me.module.css';

// The same hits for other places than a desk.
export function OtherScreens() {
  const { reads_aloud } = useSettings();
  return (
    <>
      <ul className={styles.screens}>
        <li>
          <Link to="/car" className="button">
            <Trans>Car mode</Trans>
          </Link>
          <span className={styles.under}>
            <Trans>One hit at a time, two large buttons, for a tablet.</Trans>
          </span>
        </li>
        <li>
          <Link to="/wall" className="button">
            <Trans>Wall mode</Trans>
          </Link>
          <span className={styles.under}>
            <Trans>To be read from afar, without plates and without a mouse.</Trans>
          </span>
        </li>
      </ul>
      <Check
        is_checked={reads_aloud}
        onChange={(wanted) => change_settings({ reads_aloud: wanted })}
      >
        <Trans>Read plates aloud in the car</Trans>
      </Check>
    </>
  );
}
