import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { ledger_query, oversees } from '../../api/ledger_queries';
import { session_query } from '../../api/queries';
import { sees_system } from '../../api/system_queries';
import { Icon } from '../signs/icon';
import styles from './system.module.css';

// Rule R53: without a cosignature a day nobody outside can tell whether the log is whole. Everyone
// is told that it is late, for as long as it lasts.
export function WitnessBanner() {
  const { t } = useLingui();
  const ledger = useQuery(ledger_query).data;
  const role = useQuery(session_query).data?.user.role;
  if (!ledger?.witness_missing) return null;
  // That none is named is for those who can change it; a bar that never goes is read by nobody.
  const is_theirs = role !== undefined && (sees_system(role) || oversees(role));
  if (ledger.witnesses.length === 0 && !is_theirs) return null;
  return (
    <section className={styles.notice} aria-label={t`Witness`}>
      <strong>
        <Icon name="warning" />
        {ledger.witnesses.length === 0 ? (
          <Trans>No witness is named</Trans>
        ) : (
          <Trans>The witness is late</Trans>
        )}
      </strong>
      <span>
        {ledger.witnesses.length === 0 ? (
          <Trans>Nobody outside vouches for the log. An administrator names a witness.</Trans>
        ) : (
          <Trans>Nobody outside has vouched for the log for a day. Tell an administrator.</Trans>
        )}
      </span>
    </section>
  );
}
