import { Trans } from '@lingui/react/macro';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { Hit, RejectReason as RejectReasonName } from '../../api/generated';
import { reject, validate } from '../../api/hit_steps';
import { crop_of } from '../../api/pictures';
import { KeyCap } from '../keys/key_cap';
import { aria_keys } from '../keys/current_keys';
import { useKeys } from '../keys/use_keys';
import type { Act } from '../page/act';
import { Icon } from '../signs/icon';
import { useIsMine } from '../signs/mine';
import { is_question } from '../signs/state';
import { RejectReason, REASONS } from './reject_reason';
import styles from './verdict.module.css';

type Props = {
  hit: Hit;
  is_painted: boolean;
  act: Act;
  onJudged: (now: Hit) => void;
};

// A person compared picture and entry. To validate takes a picture that has been on the screen.
export function VerdictButtons({ hit, is_painted, act, onJudged }: Props) {
  const is_mine = useIsMine();
  const [is_rejecting, set_rejecting] = useState(false);
  const waits = is_question(hit.state);
  const may_judge = waits && (!hit.claim || is_mine(hit.claim)) && !act.is_busy;
  const has_picture = crop_of(hit) !== undefined;
  const judged = (send: () => Promise<Hit>) => act.run(async () => onJudged(await send()));
  const accept = () => void judged(() => validate(hit));
  const may_validate = may_judge && has_picture && is_painted;
  useKeys({
    validate: (event) => {
      event.preventDefault();
      if (may_validate) accept();
    },
    reject: (event) => {
      event.preventDefault();
      if (may_judge) set_rejecting((was) => !was);
    },
  });
  if (!waits) return null;
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
          disabled={!may_validate}
          aria-keyshortcuts={aria_keys('validate')}
          onClick={accept}
        >
          <Icon name="check" />
          <Trans>Validate</Trans> <KeyCap id="validate" />
        </button>
        <button
          type="button"
          className="button"
          aria-expanded={is_rejecting}
          aria-keyshortcuts={aria_keys('reject')}
          disabled={!may_judge}
          onClick={() => set_rejecting(!is_rejecting)}
        >
          <Icon name="close" />
          <Trans>Reject…</Trans> <KeyCap id="reject" />
        </button>
      </div>
      {is_rejecting && (
        <Reasons
          is_busy={act.is_busy}
          onReason={(reason) => void judged(() => reject(hit, reason))}
        />
      )}
      {!has_picture && (
        <p className={styles.note}>
          <Trans>Without a picture it cannot be validated.</Trans>
        </p>
      )}
    </section>
  );
}

type ReasonsProps = { is_busy: boolean; onReason: (reason: RejectReasonName) => void };

// Opens with the focus on its first reason; each has its letter.
function Reasons({ is_busy, onReason }: ReasonsProps) {
  const group = useRef<HTMLDivElement>(null);
  useEffect(() => group.current?.querySelector('button')?.focus(), []);
  useKeys(Object.fromEntries(REASONS.map((reason) => [reason, () => onReason(reason)])), group);
  return (
    <div ref={group} className={styles.reasons} role="group" aria-labelledby="why-rejected">
      <p id="why-rejected">
        <Trans>Why not?</Trans>
      </p>
      {REASONS.map((reason) => (
        <button
          key={reason}
          type="button"
          className="button"
          disabled={is_busy}
          aria-keyshortcuts={aria_keys(reason)}
          onClick={() => onReason(reason)}
        >
          <RejectReason reason={reason} /> <KeyCap id={reason} />
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
