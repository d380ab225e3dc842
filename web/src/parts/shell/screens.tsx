import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { searches, sees_hits, sees_lists } from '../../api/gate_queries';
import type { User } from '../../api/generated';
import { oversees } from '../../api/ledger_queries';
import { sees_outlets } from '../../api/outlet_queries';
import { sees_system } from '../../api/system_queries';
import { sees_people } from '../../api/people_queries';
import { sees_statistics } from '../../api/statistics_queries';
import styles from './shell.module.css';

type Role = User['role'];
type Screen = { to: string; name: MessageDescriptor; is_for: (role: Role) => boolean };

const everybody = () => true;

// In the order they are used during a shift.
const SCREENS: readonly Screen[] = [
  { to: '/watch', name: msg`Watch`, is_for: sees_hits },
  { to: '/pursuits', name: msg`Pursuits`, is_for: sees_hits },
  { to: '/map', name: msg`Map`, is_for: sees_hits },
  { to: '/cameras', name: msg`Cameras`, is_for: everybody },
  { to: '/lists', name: msg`Lists`, is_for: sees_lists },
  { to: '/search', name: msg`Search`, is_for: searches },
  { to: '/access', name: msg`Access`, is_for: everybody },
  { to: '/people', name: msg`People`, is_for: sees_people },
  { to: '/statistics', name: msg`Statistics`, is_for: sees_statistics },
  { to: '/outlets', name: msg`Outlets`, is_for: sees_outlets },
  { to: '/system', name: msg`System`, is_for: sees_system },
  { to: '/oversight', name: msg`Oversight`, is_for: oversees },
];

// The screens that the role of this user opens.
export function Screens({ user }: { user: User }) {
  const { t, i18n } = useLingui();
  return (
    <nav className={styles.screens} aria-label={t`Screens`}>
      {SCREENS.filter(({ is_for }) => is_for(user.role)).map(({ to, name }) => (
        <Link key={to} to={to} search={{}} activeOptions={{ includeSearch: false }}>
          {i18n._(name)}
        </Link>
      ))}
    </nav>
  );
}
