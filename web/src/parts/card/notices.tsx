import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { Hit } from '../../api/generated';
import { LANGUAGES, language } from '../../text/language';
import { Icon } from '../signs/icon';
import { Withdrawal } from '../signs/withdrawal';
import styles from './hit_card.module.css';

function Notice({ children }: { children: ReactNode }) {
  return (
    <div className={styles.notice} role="note">
      <Icon name="warning" />
      <div>{children}</div>
    </div>
  );
}

// What has to be known before anything else on the card.
export function Notices({ hit }: { hit: Hit }) {
  return (
    <>
      {hit.state === 'withdrawn' && (
        <Notice>
          <strong>
            <Trans>Withdrawn: no ground to stop anybody.</Trans>
          </strong>{' '}
          <Withdrawal hit={hit} />
        </Notice>
      )}
      {hit.batch && (
        <Notice>
          <Trans>Daily batch of your zone. Nobody was called when it passed.</Trans>
        </Notice>
      )}
      {hit.warning && hit.state !== 'withdrawn' && (
        <Notice>
          <span lang="en">{hit.warning}</span>
        </Notice>
      )}
    </>
  );
}

// What to do when it is seen, in the language of the desk where its owner wrote it in that one.
export function ProcedureText({ hit }: { hit: Hit }) {
  const texts = hit.procedure ?? {};
  const own = language();
  const tags = [own, ...(Object.keys(LANGUAGES) as (keyof typeof LANGUAGES)[])];
  const tag = tags.find((one) => texts[one]);
  if (!tag) return null;
  return (
    <section className={styles.procedure} aria-labelledby="procedure">
      <h3 id="procedure">
        <Trans>What to do</Trans>
      </h3>
      <p lang={tag}>{texts[tag]}</p>
    </section>
  );
}
