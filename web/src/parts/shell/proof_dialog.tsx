import { Dialog } from '@base-ui/react/dialog';
import { Trans } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useSyncExternalStore } from 'react';
import {
  answer_proof,
  is_proof_asked,
  is_wrong_proof,
  on_proof_asked,
  prove,
} from '../../api/proof';
import { session_query } from '../../api/queries';
import { ActFailure, useAct } from '../page/act';
import { Field } from '../page/field';
import form from '../page/form.module.css';
import dialog from './dialog.module.css';

const PROVE_ELSEWHERE = '/api/v1/sign-in/provider/proof';

function close(is_open: boolean): void {
  if (!is_open) answer_proof(false);
}

// A grave act asked again who is there: the act waits behind this, goes on after it, and
// takes the focus back by itself (page/act.tsx).
export function ProofDialog() {
  const is_asked = useSyncExternalStore(on_proof_asked, is_proof_asked);
  const is_of_provider = useQuery(session_query).data?.user.provider !== undefined;
  return (
    <Dialog.Root open={is_asked} onOpenChange={close} disablePointerDismissal>
      <Dialog.Portal>
        <Dialog.Backdrop className={dialog.backdrop} data-above />
        <Dialog.Popup className={dialog.popup} data-above finalFocus={false}>
          <header className={dialog.head}>
            <Dialog.Title className={dialog.title}>
              <Trans>Is it still you?</Trans>
            </Dialog.Title>
          </header>
          {is_of_provider ? <ProofElsewhere /> : <Proof />}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

// Who signs in with the account of a zone has no password here. The other tab comes back to this
// server, which then knows; this one has kept what waits.
function ProofElsewhere() {
  return (
    <div className={form.form}>
      <Dialog.Description>
        <Trans>
          What you are about to do is asked of you again, in case somebody else sits at your screen.
          Show who you are where you signed in, in the tab that opens; then come back here. It
          counts for some minutes.
        </Trans>
      </Dialog.Description>
      <div className={form.buttons}>
        <a className="button" data-kind="main" href={PROVE_ELSEWHERE} target="_blank">
          <Trans>Show who I am</Trans>
        </a>
        <button type="button" className="button" onClick={() => answer_proof(true)}>
          <Trans>Go on</Trans>
        </button>
        <Dialog.Close className="button">
          <Trans>Cancel</Trans>
        </Dialog.Close>
      </div>
    </div>
  );
}

function Proof() {
  const act = useAct();
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    event.stopPropagation();
    const fields = new FormData(event.currentTarget);
    const said = (field: string) => String(fields.get(field) ?? '');
    if (await act.run(() => prove(said('password'), said('code')))) answer_proof(true);
  };
  return (
    <form className={form.form} onSubmit={(event) => void submit(event)}>
      <Dialog.Description>
        <Trans>
          What you are about to do is asked of you again, in case somebody else sits at your screen.
          Give your password or a code: one of the two is enough. It then counts for some minutes.
        </Trans>
      </Dialog.Description>
      <Field name={<Trans>Your password</Trans>}>
        <input
          name="password"
          type="password"
          autoComplete="current-password"
          maxLength={1024}
          aria-invalid={is_wrong_proof(act.failure)}
        />
      </Field>
      <Field name={<Trans>Or a code of your app</Trans>}>
        <input
          name="code"
          autoComplete="one-time-code"
          maxLength={64}
          aria-invalid={is_wrong_proof(act.failure)}
        />
      </Field>
      {is_wrong_proof(act.failure) ? (
        <p role="alert" className={form.summary}>
          <Trans>The password or the code is wrong. A code is good once.</Trans>
        </p>
      ) : (
        <ActFailure of={act} />
      )}
      <div className={form.buttons}>
        <button type="submit" className="button" data-kind="main" disabled={act.is_busy}>
          <Trans>Go on</Trans>
        </button>
        <Dialog.Close className="button">
          <Trans>Cancel</Trans>
        </Dialog.Close>
      </div>
    </form>
  );
}
