import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { ledger_query } from '../../api/ledger_queries';
import { Icon } from '../signs/icon';
import styles from './system.module.css';

// Rule R53: without a cosignature a day nobody outside can tell whether the log is whole. Everyone
// is told, for as long as it lasts.
export function WitnessBanner() {
  const { t } = useLingui();
  const ledger = useQuery(ledger_query).data;
  if (!ledger?.witness_missing) return null;
  return (
    <section className={styles.witness} aria-label={t`Witness`}>
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
