import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { claim, release } from '../../api/hit_steps';
import type { Hit } from '../../api/generated';
import type { Act } from '../page/act';
import { Age } from '../signs/age';
import { useIsMine } from '../signs/mine';
import { Owner } from '../signs/owner';
import styles from './verdict.module.css';

// Who looks at this vehicle, and how to take it, give it back or take it over.
export function ClaimBar({ hit, act }: { hit: Hit; act: Act }) {
  const is_mine = useIsMine();
  if (!hit.open) return null;
  return (
    <p className={styles.claim}>
      <ClaimedBy hit={hit} />
      {!hit.claim && (
        <Step act={act} onClick={() => act.run(() => claim(hit))}>
          <Trans>Claim</Trans>
        </Step>
      )}
      {hit.claim && !is_mine(hit.claim) && (
        <Step act={act} onClick={() => act.run(() => claim(hit, true))}>
          <Trans>Take over</Trans>
        </Step>
      )}
      {hit.state === 'claimed' && is_mine(hit.claim) && (
        <Step act={act} onClick={() => act.run(() => release(hit))}>
          <Trans>Give back</Trans>
        </Step>
      )}
    </p>
  );
}

function ClaimedBy({ hit }: { hit: Hit }) {
  const is_mine = useIsMine();
  if (hit.claim) {
    const since = <Age at={hit.claim.at} />;
    if (is_mine(hit.claim)) return <Trans>You have this, for {since}</Trans>;
    const owner = <Owner claim={hit.claim} />;
    return (
      <Trans>
        {owner} has this, for {since}
      </Trans>
    );
  }
  if (hit.escalated_at) {
    return (
      <strong className={styles.called}>
        <Trans>Nobody has claimed this in time</Trans>
      </strong>
    );
  }
  return <Trans>Nobody has claimed this yet</Trans>;
}

type StepProps = { act: Act; onClick: () => Promise<unknown>; children: ReactNode };

export function Step({ act, onClick, children }: StepProps) {
  return (
    <button type="button" className="button" disabled={act.is_busy} onClick={() => void onClick()}>
      {children}
    </button>
  );
}
