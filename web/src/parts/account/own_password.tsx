import { Trans } from '@lingui/react/macro';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { account_changed } from '../../api/account_queries';
import { done } from '../../api/failure';
import { changeOwnPassword } from '../../api/generated';
import { is_wrong_proof, prove } from '../../api/proof';
import { type Act, ActFailure, useAct } from '../page/act';
import { Field } from '../page/field';
import form from '../page/form.module.css';
import styles from './account.module.css';
import { PASSWORD_MIN, repeats } from './passwords';

// The old password is the proof that the change asks for, whatever was proved before.
export function OwnPassword({ name }: { name: string }) {
  const act = useAct();
  const shown = useRef<HTMLFormElement>(null);
  const [is_other, set_other] = useState(false); // the repetition is another password
  const [is_done, set_done] = useState(false);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    const is_same = repeats(fields);
    act.forget();
    set_done(false);
    set_other(!is_same);
    if (!is_same) return;
    const was_done = await act.run(async () => {
      await prove(String(fields.get('old')), '');
      await done(changeOwnPassword({ body: { password: String(fields.get('new')) } }));
      await account_changed();
    });
    if (!was_done) return;
    shown.current?.reset();
    set_done(true);
  };
  return (
    <form
      ref={shown}
      className={`${form.form} ${styles.narrow}`}
      onSubmit={(event) => void submit(event)}
    >
      <input hidden name="name" autoComplete="username" value={name} readOnly />
      <Field name={<Trans>Password until now</Trans>}>
        <input
          id="old-password"
          name="old"
          type="password"
          autoComplete="current-password"
          required
          maxLength={1024}
          aria-invalid={is_wrong_proof(act.failure)}
        />
      </Field>
      <NewPasswords is_other={is_other} />
      <p className={form.hint}>
        <Trans>Wherever else you are signed in, that session ends. This one goes on.</Trans>
      </p>
      <Outcome act={act} is_other={is_other} is_done={is_done} />
      <div className={form.buttons}>
        <button type="submit" className="button" data-kind="main" disabled={act.is_busy}>
          <Trans>Change the password</Trans>
        </button>
      </div>
    </form>
  );
}

function NewPasswords({ is_other }: { is_other: boolean }) {
  return (
    <>
      <Field
        name={<Trans>New password</Trans>}
        hint={
          <Trans>
            At least {PASSWORD_MIN} characters; anything else is up to you. Some words that only you
            put together are strong and easy to keep.
          </Trans>
        }
      >
        <input
          name="new"
          type="password"
          autoComplete="new-password"
          required
          minLength={PASSWORD_MIN}
          maxLength={1024}
        />
      </Field>
      <Field name={<Trans>New password once more</Trans>}>
        <input
          id="password-again"
          name="again"
          type="password"
          autoComplete="new-password"
          required
          maxLength={1024}
          aria-invalid={is_other}
        />
      </Field>
    </>
  );
}

type OutcomeProps = { act: Act; is_other: boolean; is_done: boolean };

// What is wrong takes the focus and leads to the field.
function Outcome({ act, is_other, is_done }: OutcomeProps) {
  const summary = useRef<HTMLDivElement>(null);
  const is_wrong = is_wrong_proof(act.failure);
  const is_bad = is_other || is_wrong;
  useEffect(() => {
    if (is_bad) summary.current?.focus();
  }, [is_bad]);
  if (is_done) {
    return (
      <p role="status">
        <Trans>Your password is changed.</Trans>
      </p>
    );
  }
  if (!is_bad) return <ActFailure of={act} />;
  return (
    <div ref={summary} className={form.summary} role="alert" tabIndex={-1}>
      {is_other ? (
        <a href="#password-again">
          <Trans>The new password was typed in two ways.</Trans>
        </a>
      ) : (
        <a href="#old-password">
          <Trans>The password until now is wrong.</Trans>
        </a>
      )}
    </div>
  );
}
