import { Trans } from '@lingui/react/macro';
import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
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

export type Judged = {
  hit: Hit;
  act: Act;
  onJudged: (now: Hit) => void;
};

export type Judging = {
  waits: boolean;
  may_judge: boolean;
  is_rejecting: boolean;
  turn: () => void; // opens or closes the reasons
  judge: (send: () => Promise<Hit>) => void;
};

// Who may answer the question, and whether he is about to say no.
export function useJudging({ hit, act, onJudged }: Judged): Judging {
  const is_mine = useIsMine();
  const [is_rejecting, set_rejecting] = useState(false);
  const waits = is_question(hit.state);
  const may_judge = waits && (!hit.claim || is_mine(hit.claim)) && !act.is_busy;
  const turn = () => set_rejecting((was) => !was);
  useKeys({
    reject: (event) => {
      event.preventDefault();
      if (may_judge) turn();
    },
  });
  const judge = (send: () => Promise<Hit>) => void act.run(async () => onJudged(await send()));
  return { waits, may_judge, is_rejecting, turn, judge };
}

// What has become of the picture on this screen.
export type PictureStage = 'awaited' | 'painted' | 'refused';

// A person compared picture and entry. To validate takes a picture that has been on the screen.
export function VerdictButtons({ picture, ...judged }: Judged & { picture: PictureStage }) {
  const { hit, act } = judged;
  const title = useId();
  const judging = useJudging(judged);
  const has_picture = crop_of(hit) !== undefined;
  const may_validate = judging.may_judge && has_picture && picture === 'painted';
  const accept = () => judging.judge(() => validate(hit));
  useKeys({
    validate: (event) => {
      event.preventDefault();
      if (may_validate) accept();
    },
  });
  if (!judging.waits) return null;
  return (
    <section className={styles.verdict} aria-labelledby={title}>
      <h3 id={title}>
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
        <RejectButton judging={judging} />
      </div>
      <RejectReasons hit={hit} act={act} judging={judging} />
      {!has_picture && (
        <p className={styles.note}>
          <Trans>Without a picture it cannot be validated.</Trans>
        </p>
      )}
      {has_picture && picture === 'refused' && (
        <p className={styles.note}>
          <Trans>Its picture could not be shown, so it cannot be validated.</Trans>
        </p>
      )}
    </section>
  );
}

export function RejectButton({ judging }: { judging: Judging }) {
  return (
    <button
      type="button"
      className="button"
      aria-expanded={judging.is_rejecting}
      aria-keyshortcuts={aria_keys('reject')}
      disabled={!judging.may_judge}
      onClick={judging.turn}
    >
      <Icon name="close" />
      <Trans>Reject…</Trans> <KeyCap id="reject" />
    </button>
  );
}

type RejectProps = { hit: Hit; act: Act; judging: Judging };

export function RejectReasons({ hit, act, judging }: RejectProps) {
  if (!judging.is_rejecting) return null;
  return (
    <Reasons
      is_busy={act.is_busy}
      onReason={(reason) => judging.judge(() => reject(hit, reason))}
    />
  );
}

type ReasonsProps = { is_busy: boolean; onReason: (reason: RejectReasonName) => void };

// Opens with the focus on its first reason; each has its letter.
function Reasons({ is_busy, onReason }: ReasonsProps) {
  const group = useRef<HTMLDivElement>(null);
  const title = useId();
  useEffect(() => group.current?.querySelector('button')?.focus(), []);
  useKeys(Object.fromEntries(REASONS.map((reason) => [reason, () => onReason(reason)])), group);
  return (
    <div ref={group} className={styles.reasons} role="group" aria-labelledby={title}>
      <p id={title}>
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
