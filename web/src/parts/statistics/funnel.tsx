import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { Statistics } from '../../api/generated';
import { percent, whole } from '../../text/format';
import { Bar } from './bar';
import styles from './statistics.module.css';

// How far hits came, as lengths of the same measure.
export function FunnelSteps({ funnel }: { funnel: Statistics['funnel'] }) {
  return (
    <ol className={styles.funnel}>
      <Step count={funnel.hits} of={funnel.hits}>
        <Trans>Hits</Trans>
      </Step>
      <Step count={funnel.claimed} of={funnel.hits}>
        <Trans>Claimed</Trans>
      </Step>
      <Step count={funnel.validated} of={funnel.hits}>
        <Trans>Validated</Trans>
      </Step>
      <Step count={funnel.dispatched} of={funnel.hits}>
        <Trans>Unit sent</Trans>
      </Step>
      <Step count={funnel.stopped} of={funnel.hits}>
        <Trans>Vehicle stopped</Trans>
      </Step>
      <Step count={funnel.with_outcome} of={funnel.hits}>
        <Trans>Outcome recorded</Trans>
      </Step>
    </ol>
  );
}

function Step({ count, of, children }: { count: number; of: number; children: ReactNode }) {
  const share = of === 0 ? 0 : count / of;
  return (
    <li>
      <span>{children}</span>
      <Bar share={share} />
      <strong>{whole(count)}</strong>
      <span className={styles.muted}>{of > 0 && percent(share)}</span>
    </li>
  );
}
