import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { MatchRule } from '../../api/generated';
import { percent } from '../../text/format';
import styles from './lists.module.css';

export function InexactTitle({ use }: { use: MatchRule['inexact'] }): ReactNode {
  if (use === 'nothing') return <Trans>Exact reads only</Trans>;
  if (use === 'review') return <Trans>Misreads go to review</Trans>;
  return <Trans>Misreads ring</Trans>;
}

// What becomes of a read that is not the listed plate but may well be a misread of it.
export function InexactWords({ use }: { use: MatchRule['inexact'] }): ReactNode {
  if (use === 'nothing') {
    return <Trans>A camera that misreads the plate finds nothing, and nobody is disturbed.</Trans>;
  }
  if (use === 'review') {
    return <Trans>A likely misread stands in the review queue, which never rings.</Trans>;
  }
  return (
    <Trans>A likely misread rings like an exact read. For when missing it costs a life.</Trans>
  );
}

export function MatchWords({ rule }: { rule: MatchRule }) {
  const threshold = percent(rule.threshold);
  return (
    <div className={styles.words}>
      <strong>
        <InexactTitle use={rule.inexact} />
      </strong>
      <span>
        <InexactWords use={rule.inexact} />
      </span>
      {rule.inexact !== 'nothing' && (
        <>
          <span>
            <Trans>It counts from {threshold} certainty that this is the listed vehicle.</Trans>
          </span>
          <span>
            {rule.uses_veto ? (
              <Trans>A read that is the plate of another known vehicle does not count.</Trans>
            ) : (
              <Trans>Reads that are plates of other known vehicles count too.</Trans>
            )}
          </span>
        </>
      )}
    </div>
  );
}
