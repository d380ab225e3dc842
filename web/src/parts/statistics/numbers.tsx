import { Plural, Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { Share, Waits } from '../../api/generated';
import { percent, whole } from '../../text/format';
import { Bar } from './bar';
import styles from './statistics.module.css';
import { took, up_to } from './wait';

// A share with what it is of; of too few, that it says nothing.
export function ShareTold({ share, tone }: { share: Share; tone?: 'bad' }) {
  if (share.of === 0) return <Unknown />;
  const [count, of] = [whole(share.count), whole(share.of)];
  return (
    <span className={styles.share}>
      {share.share === undefined ? (
        <Few />
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
        <strong>{waits.median_s === undefined ? '–' : took(waits.median_s)}</strong>
        {waits.p90_s === undefined ? <Few /> : <Ninth p90_s={waits.p90_s} />}
        <span className={styles.muted}>
          <Plural value={waits.count} one="# time" other="# times" />
        </span>
      </dd>
    </div>
  );
}

function Ninth({ p90_s }: { p90_s: number }) {
  const within = up_to(p90_s);
  return (
    <span>
      <Trans>nine in ten within {within}</Trans>
    </span>
  );
}

function Few() {
  return (
    <span className={styles.few}>
      <Trans>too few</Trans>
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
