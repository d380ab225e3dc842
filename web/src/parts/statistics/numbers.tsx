import { Plural, Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { Share, Waits } from '../../api/generated';
import { percent, span, whole } from '../../text/format';
import { Bar } from './bar';
import styles from './statistics.module.css';

// A share with what it is of; of too few, that it says nothing.
export function ShareTold({ share, tone }: { share: Share; tone?: 'bad' }) {
  if (share.of === 0) return <Unknown />;
  const [count, of] = [whole(share.count), whole(share.of)];
  return (
    <span className={styles.share}>
      {share.share === undefined ? (
        <span className={styles.muted}>
          <Trans>too few</Trans>
        </span>
      ) : (
        <>
          <strong>{percent(share.share)}</strong>
          <Bar share={share.share} {...(tone && { tone })} />
        </>
      )}
      <span className={styles.muted}>
        <Trans>
          {count} of {of}
        </Trans>
      </span>
    </span>
  );
}

// A length of time: half were faster, nine in ten were.
export function WaitsTold({ name, waits }: { name: ReactNode; waits: Waits }) {
  return (
    <div className={styles.figure}>
      <dt>{name}</dt>
      <dd>
        <strong>{waits.median_s === undefined ? '–' : span(waits.median_s * 1000)}</strong>
        {waits.p90_s === undefined ? (
          <span className={styles.muted}>
            <Trans>too few</Trans>
          </span>
        ) : (
          <Ninth p90_s={waits.p90_s} />
        )}
        <span className={styles.muted}>
          <Plural value={waits.count} one="# time" other="# times" />
        </span>
      </dd>
    </div>
  );
}

function Ninth({ p90_s }: { p90_s: number }) {
  const within = span(p90_s * 1000);
  return (
    <span>
      <Trans>nine in ten within {within}</Trans>
    </span>
  );
}

export function Unknown() {
  return (
    <span className={styles.muted}>
      <Trans>none judged</Trans>
    </span>
  );
}
