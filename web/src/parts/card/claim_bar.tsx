import { Trans } from '@lingui/react/macro';
import { claim, release } from '../../api/hit_steps';
import { listed } from '../../text/format';
import { useOthersAt } from '../../api/presence';
import { Icon } from '../signs/icon';
import type { Hit } from '../../api/generated';
import type { Act } from '../page/act';
import { ActButton } from '../page/act_button';
import { Age } from '../signs/age';
import { useIsMine } from '../signs/mine';
import { Owner } from '../signs/owner';
import styles from './verdict.module.css';

// Who else looks at this very hit.
export function OthersAt({ hit }: { hit: Hit }) {
  const others = useOthersAt(hit.id);
  if (others.length === 0) return null;
  const names = others.map(({ name, zone }) => (zone ? `${name} (${zone.name})` : name));
  const named = listed(names);
  return (
    <p className={styles.others}>
      <Icon name="eye" />
      <Trans>Also open at {named}</Trans>
    </p>
  );
}

// Who looks at this vehicle, and how to take it, give it back or take it over.
export function ClaimBar({ hit, act }: { hit: Hit; act: Act }) {
  const is_mine = useIsMine();
  if (!hit.open) return null;
  return (
    <p className={styles.claim}>
      <ClaimedBy hit={hit} />
      {!hit.claim && (
        <ActButton act={act} onClick={() => act.run(() => claim(hit))}>
          <Trans>Claim</Trans>
        </ActButton>
      )}
      {hit.claim && !is_mine(hit.claim) && (
        <ActButton act={act} onClick={() => act.run(() => claim(hit, true))}>
          <Trans>Take over</Trans>
        </ActButton>
      )}
      {hit.state === 'claimed' && is_mine(hit.claim) && (
        <ActButton act={act} onClick={() => act.run(() => release(hit))}>
          <Trans>Give back</Trans>
        </ActButton>
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
