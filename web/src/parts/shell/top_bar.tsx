import { useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { sees_hits } from '../../api/gate_queries';
import type { User } from '../../api/generated';
import { useSettings } from '../device/settings';
import { aria_keys, key_words } from '../keys/current_keys';
import { Icon } from '../signs/icon';
import { ConnectionPill } from './pill';
import { Screens } from './screens';
import { LanguageSwitch, PaletteSwitch } from './settings';
import styles from './shell.module.css';

type Props = { user: User; onHelp: () => void; onSignOut: () => void };

export function TopBar({ user, onHelp, onSignOut }: Props) {
  const { t } = useLingui();
  useSettings();
  return (
    <header className={styles.bar}>
      <span className={styles.mark}>
        <img src="/bas.svg" alt="" width="24" height="24" />
        BAS
      </span>
      <Screens user={user} />
      {sees_hits(user.role) && <ConnectionPill />}
      <span className={styles.room} />
      <PaletteSwitch />
      <LanguageSwitch />
      <button
        type="button"
        className={styles.quiet}
        aria-label={t`Help and keys`}
        aria-keyshortcuts={aria_keys('help')}
        title={key_words('help')}
        onClick={onHelp}
      >
        <Icon name="help" />
      </button>
      <span className={styles.user}>
        <Link to="/me">{user.display_name || user.name}</Link>
        {user.zone && <span className={styles.zone}>{user.zone.name}</span>}
      </span>
      <button
        type="button"
        className={styles.quiet}
        aria-label={t`Sign out`}
        title={t`Sign out`}
        onClick={onSignOut}
      >
        <Icon name="out" />
      </button>
    </header>
  );
}
