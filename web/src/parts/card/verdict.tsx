import { Trans } from '@lingui/react/macro';
import { type ReactNode, useState } from 'react';
import { take_hit } from '../../api/desk_feed';
import { answered, Failure } from '../../api/failure';
import { getHit, type Hit, judgeHit, type NewVerdict } from '../../api/generated';
import { crop_of } from '../../api/pictures';
import { ActFailure, useAct } from '../page/act';
import { Icon } from '../signs/icon';
import { RejectReason, REASONS } from './reject_reason';
import styles from './verdict.module.css';

type Props = { hit: Hit; is_painted: boolean };

// A person compared picture and entry. To validate takes a picture that has been on the screen.
export function VerdictButtons({ hit, is_painted }: Props) {
  const act = useAct();
  const [is_rejecting, set_rejecting] = useState(false);
  if (hit.state !== 'candidate') return null;
  const judge = (verdict: Omit<NewVerdict, 'version'>) =>
    act.run(() => send(hit, { ...verdict, version: hit.version }));
  const has_picture = crop_of(hit) !== undefined;
  return (
    <section className={styles.verdict} aria-labelledby="verdict">
      <h3 id="verdict">
        <Trans>Is it the listed vehicle?</Trans>
      </h3>
      <div className={styles.buttons}>
        <button
          type="button"
          className="button"
          data-kind="main"
          disabled={!has_picture || !is_painted || act.is_busy}
          onClick={() => void judge({ state: 'validated' })}
        >
          <Icon name="check" />
          <Trans>Validate</Trans>
        </button>
        <button
          type="button"
          className="button"
          aria-expanded={is_rejecting}
          disabled={act.is_busy}
          onClick={() => set_rejecting(!is_rejecting)}
        >
          <Icon name="close" />
          <Trans>Reject…</Trans>
        </button>
      </div>
      {is_rejecting && (
        <Reasons
          is_busy={act.is_busy}
          onReason={(reason) => void judge({ state: 'rejected', reason })}
        />
      )}
      {!has_picture && (
        <p className={styles.note}>
          <Trans>Without a picture it cannot be validated.</Trans>
        </p>
      )}
      <ActFailure of={act} />
    </section>
  );
}

// When somebody else was first, what the hit has become is shown beside the refusal.
async function send(hit: Hit, body: NewVerdict): Promise<void> {
  const path = { id: hit.id };
  try {
    take_hit(await answered(judgeHit({ path, body })));
  } catch (error) {
    const is_late = error instanceof Failure && (error.status === 409 || error.status === 412);
    if (is_late) take_hit(await answered(getHit({ path })));
    throw error;
  }
}

type ReasonsProps = {
  is_busy: boolean;
  onReason: (reason: NonNullable<NewVerdict['reason']>) => void;
};

function Reasons({ is_busy, onReason }: ReasonsProps) {
  return (
    <div className={styles.reasons} role="group" aria-labelledby="why-rejected">
      <p id="why-rejected">
        <Trans>Why not?</Trans>
      </p>
      {REASONS.map((reason) => (
        <button
          key={reason}
          type="button"
          className="button"
          disabled={is_busy}
          onClick={() => onReason(reason)}
        >
          <RejectReason reason={reason} />
        </button>
      ))}
    </div>
  );
}

// What was decided, and what the register said of it.
export function VerdictGiven({ hit }: { hit: Hit }) {
  const { reason, register, register_note } = hit.verdict ?? {};
  if (hit.state === 'rejected' && reason) {
    return (
      <p className={styles.given}>
        <Trans>Rejected:</Trans> <RejectReason reason={reason} />
      </p>
    );
  }
  if (!register) return null;
  return (
    <div className={styles.register} data-answer={register} role="status">
      <strong>
        <RegisterAnswer answer={register} />
      </strong>
      {register_note && <p lang="en">{register_note}</p>}
    </div>
  );
}

type Answer = NonNullable<NonNullable<Hit['verdict']>['register']>;

function RegisterAnswer({ answer }: { answer: Answer }): ReactNode {
  if (answer === 'confirmed') return <Trans>The register confirms it, asked just now.</Trans>;
  if (answer === 'refuted') {
    return <Trans>The register says otherwise: no ground to stop anybody.</Trans>;
  }
  return <Trans>Unconfirmed: the register gave no answer. No ground to stop anybody.</Trans>;
}
