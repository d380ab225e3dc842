import { Plural, Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { clock_time } from '../../text/format';
import { Icon } from '../signs/icon';
import styles from './car.module.css';
import { understood } from './car_outbox';
import type { Dropped, Outbox, Why } from './outbox';
import { VerbName } from './verb_words';

// What has not reached the server yet, and what it never will.
export function OutboxStrip({ box, me }: { box: Outbox; me: string | undefined }) {
  const mine = box.waiting.filter(({ by }) => by === me);
  const dropped = box.dropped.filter(({ entry }) => entry.by === me);
  if (mine.length === 0 && dropped.length === 0) return null;
  return (
    <section className={styles.outbox} role="status">
      {mine.length > 0 && (
        <p>
          <Icon name="send" />
          <strong>
            <Plural value={mine.length} one="Not sent: # act" other="Not sent: # acts" />
          </strong>
          <span>
            {mine.map(({ key, verb, at }) => (
              <span key={key} className={styles.waiting}>
                <VerbName verb={verb} /> {clock_time(at)}
              </span>
            ))}
          </span>
          <span className={styles.muted}>
            <Trans>They are sent by themselves once there is coverage.</Trans>
          </span>
        </p>
      )}
      {dropped.map((one) => (
        <GivenUp key={one.entry.key} of={one} />
      ))}
    </section>
  );
}

function GivenUp({ of: { entry, why } }: { of: Dropped }) {
  const at = clock_time(entry.at);
  return (
    <p data-dropped={why}>
      <Icon name="warning" />
      <strong>
        <VerbName verb={entry.verb} /> {at}
      </strong>
      <span>
        <WhyWords why={why} />
      </span>
      <button type="button" className="button" onClick={() => understood(entry.key)}>
        <Trans>I know</Trans>
      </button>
    </p>
  );
}

function WhyWords({ why }: { why: Why }): ReactNode {
  switch (why) {
    case 'expired':
      return <Trans>Not recorded: the hit had expired by the time it was sent.</Trans>;
    case 'withdrawn':
      return <Trans>Not recorded: the hit was withdrawn. Stop nobody on it.</Trans>;
    case 'changed':
      return <Trans>Not recorded: a colleague had already done something else with it.</Trans>;
    case 'gone':
      return <Trans>Not recorded: the hit is no longer there, or no longer for you.</Trans>;
    case 'forbidden':
      return (
        <Trans>Not recorded: your account may not do that, or its source says otherwise.</Trans>
      );
    default:
      return <Trans>Not recorded: the server did not accept it.</Trans>;
  }
}
