import { Trans } from '@lingui/react/macro';
import { type FormEvent, lazy, Suspense, useState } from 'react';
import { account_changed } from '../../api/account_queries';
import { answered } from '../../api/failure';
import {
  beginSecondFactor,
  confirmSecondFactor,
  type Enrolment,
  type SecondFactor,
} from '../../api/generated';
import { ActFailure, useAct } from '../page/act';
import { Field } from '../page/field';
import form from '../page/form.module.css';
import styles from './account.module.css';

// Drawn only for who sets up an app.
const QrCode = lazy(async () => ({ default: (await import('./qr_code')).QrCode }));

// From nothing to the secret, from its first code to the recovery codes. Neither secret nor
// codes are kept anywhere but on the screen.
export function SecondFactorSetUp({ state }: { state: SecondFactor }) {
  const [begun, set_begun] = useState<Enrolment | null>(null);
  const [codes, set_codes] = useState<string[] | null>(null);
  if (codes) return <RecoveryCodes codes={codes} onKept={() => set_codes(null)} />;
  if (begun) {
    const keep = (made: string[]) => {
      set_begun(null);
      set_codes(made);
    };
    return <FirstCode begun={begun} onConfirmed={keep} />;
  }
  return <Begin state={state} onBegun={set_begun} />;
}

type BeginProps = { state: SecondFactor; onBegun: (begun: Enrolment) => void };

function Begin({ state, onBegun }: BeginProps) {
  const act = useAct();
  const left = state.recovery_codes;
  const begin = () => act.run(async () => onBegun(await answered(beginSecondFactor())));
  return (
    <>
      <p>
        {state.is_on ? (
          <Trans>A code is asked for at every sign-in. Recovery codes left: {left}.</Trans>
        ) : (
          <Trans>Your password alone signs you in. A code of an app makes it safer.</Trans>
        )}
      </p>
      <ActFailure of={act} />
      <div className={form.buttons}>
        <button
          type="button"
          className="button"
          data-kind="main"
          disabled={act.is_busy}
          onClick={() => void begin()}
        >
          {state.is_on ? <Trans>Set up another app</Trans> : <Trans>Set up an app</Trans>}
        </button>
      </div>
    </>
  );
}

const in_fours = (secret: string) => secret.match(/.{1,4}/g)?.join(' ') ?? '';

type FirstCodeProps = { begun: Enrolment; onConfirmed: (codes: string[]) => void };

function FirstCode({ begun, onConfirmed }: FirstCodeProps) {
  const act = useAct();
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const code = String(new FormData(event.currentTarget).get('code'));
    await act.run(async () => {
      onConfirmed((await answered(confirmSecondFactor({ body: { code } }))).recovery_codes);
      await account_changed();
    });
  };
  return (
    <form className={`${form.form} ${styles.narrow}`} onSubmit={(event) => void submit(event)}>
      <p>
        <Trans>
          Hold the app over this code, or type the secret, or open the link where it is.
        </Trans>
      </p>
      <Suspense fallback={<div className={styles.qr} />}>
        <QrCode text={begun.url} />
      </Suspense>
      <p>
        <code>{in_fours(begun.secret)}</code>
      </p>
      <p>
        <a href={begun.url}>
          <Trans>Open the app</Trans>
        </a>
      </p>
      <Field name={<Trans>Code that the app shows</Trans>}>
        <input name="code" autoComplete="one-time-code" inputMode="numeric" required />
      </Field>
      <ActFailure of={act} />
      <div className={form.buttons}>
        <button type="submit" className="button" data-kind="main" disabled={act.is_busy}>
          <Trans>Confirm</Trans>
        </button>
      </div>
    </form>
  );
}

function RecoveryCodes({ codes, onKept }: { codes: string[]; onKept: () => void }) {
  return (
    <>
      <p role="status">
        <Trans>
          From now on a code is asked for. Keep these recovery codes where the phone is not: each
          signs you in once, and they are not shown again.
        </Trans>
      </p>
      <ul>
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <div className={form.buttons}>
        <button type="button" className="button" data-kind="main" onClick={onKept}>
          <Trans>I have kept them</Trans>
        </button>
      </div>
    </>
  );
}
