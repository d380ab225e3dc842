import { Trans, useLingui } from '@lingui/react/macro';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { Failure } from '../../api/failure';
import type { Session } from '../../api/generated';
import { sign_in } from '../../api/queries';
import { language } from '../../text/language';
import styles from './sign_in.module.css';

// How the names of accounts begin that sign in with their zone's: nobody types them.
const OF_PROVIDER = 'provider:';

type Props = { onSignedIn: (session: Session) => void; name?: string };

// The form itself, used by the page and by the dialog that keeps the screen behind it.
export function SignInForm({ onSignedIn, name = '' }: Props) {
  const { t } = useLingui();
  const [is_busy, set_busy] = useState(false);
  const [failure, set_failure] = useState<Failure | null>(null);
  const typed = name.startsWith(OF_PROVIDER) ? '' : name;
  const summary = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (failure) summary.current?.focus();
  }, [failure]);

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    set_busy(true);
    try {
      const said = (field: string) => String(fields.get(field) ?? '');
      onSignedIn(await sign_in(said('name'), said('password'), said('code')));
    } catch (error) {
      set_failure(error instanceof Failure ? error : new Failure(0, null));
      set_busy(false);
    }
  };

  return (
    <form className={styles.form} onSubmit={(event) => void submit(event)}>
      {failure && (
        <div ref={summary} className={styles.summary} role="alert" tabIndex={-1}>
          <SignInFailure failure={failure} />
        </div>
      )}
      <label className={styles.field}>
        <Trans>Name</Trans>
        <input name="name" autoComplete="username" defaultValue={typed} required />
      </label>
      <label className={styles.field}>
        <Trans>Password</Trans>
        <input
          id="password"
          name="password"
          type="password"
          autoComplete="current-password"
          aria-invalid={failure?.status === 401}
          required
        />
      </label>
      <label className={styles.field}>
        <Trans>Code, if you have set one up</Trans>
        <input name="code" autoComplete="one-time-code" maxLength={64} />
      </label>
      <button type="submit" className="button" data-kind="main" disabled={is_busy}>
        {is_busy ? t`Signing in…` : t`Sign in`}
      </button>
    </form>
  );
}

function SignInFailure({ failure }: { failure: Failure }) {
  if (failure.status === 401) {
    return (
      <>
        <Trans>Name, password or code is not right; who has set up a code always needs it.</Trans>{' '}
        <a href="#password">
          <Trans>Type the password again</Trans>
        </a>
      </>
    );
  }
  if (failure.status === 0) return <Trans>The server cannot be reached. Check the network.</Trans>;
  const { status } = failure;
  return failure.advice(language()) ?? <Trans>The server refused this (status {status}).</Trans>;
}
