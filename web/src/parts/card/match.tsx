import { Trans } from '@lingui/react/macro';
import type { Hit } from '../../api/generated';
import { percent } from '../../text/format';
import { KindName } from '../signs/kind';
import styles from './hit_card.module.css';

// How the read came to match, and how probable it is that this is the listed vehicle.
export function MatchKind({ hit }: { hit: Hit }) {
  const probability = percent(hit.probability);
  return (
    <p className={styles.kind} data-kind={hit.kind}>
      <strong>
        <KindName kind={hit.kind} />
      </strong>
      <span>
        <Trans>{probability} probable that this is the listed vehicle</Trans>
      </span>
      {hit.quiet && (
        <span className={styles.quiet}>
          <Trans>for review: it did not ring</Trans>
        </span>
      )}
    </p>
  );
}
