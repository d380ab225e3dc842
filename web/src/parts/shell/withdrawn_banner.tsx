import { Plural, Trans } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { done } from '../../api/failure';
import { confirmWithdrawal, type Hit } from '../../api/generated';
import { cache, withdrawn_query } from '../../api/queries';
import { ActFailure, useAct } from '../page/act';
import { Icon } from '../signs/icon';
import { Plate } from '../signs/plate';
import { Withdrawal } from '../signs/withdrawal';
import styles from './shell.module.css';

const SHOWN_MAX = 3;

// Hits this person had open and that are no ground to stop anybody any more. They stand here, on
// every screen, until the person says so.
export function WithdrawnBanner() {
  const asked = useQuery(withdrawn_query);
  const hits = asked.data ?? [];
  if (hits.length === 0) return null;
  return (
    <section className={styles.withdrawn} role="alert" data-region="withdrawn" tabIndex={-1}>
      <h2>
        <Icon name="warning" />
        <Plural
          value={hits.length}
          one="A hit you opened was withdrawn. Stop nobody on it."
          other="# hits you opened were withdrawn. Stop nobody on them."
        />
      </h2>
      <ul>
        {hits.slice(0, SHOWN_MAX).map((hit) => (
          <WithdrawnHit key={hit.id} hit={hit} />
        ))}
      </ul>
    </section>
  );
}

function WithdrawnHit({ hit }: { hit: Hit }) {
  const act = useAct();
  const confirm = () =>
    act.run(async () => {
      await done(confirmWithdrawal({ path: { id: hit.id } }));
      cache.setQueryData(withdrawn_query.queryKey, (held) =>
        held?.filter(({ id }) => id !== hit.id),
      );
    });
  return (
    <li className={styles.withdrawnHit}>
      <Plate plate={hit.plate} country={hit.country} />
      <span>
        {hit.list.title || hit.list.name}: <Withdrawal hit={hit} />
      </span>
      <button
        type="button"
        className="button"
        disabled={act.is_busy}
        onClick={() => void confirm()}
      >
        <Trans>I know</Trans>
      </button>
      <ActFailure of={act} />
    </li>
  );
}
