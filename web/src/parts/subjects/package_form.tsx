import { Trans } from '@lingui/react/macro';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { answered } from '../../api/failure';
import { makeSubjectPackage, type SubjectPackage } from '../../api/generated';
import { ActFailure, useAct } from '../page/act';
import { Choice, Field } from '../page/field';
import form from '../page/form.module.css';
import { is_public_key, subject_wish } from './subject_wish';

type Props = { onMade: (made: SubjectPackage, recipient: string) => void };

// By the officer for data protection, once holdership was shown.
export function PackageForm({ onMade }: Props) {
  const act = useAct();
  const [is_odd_key, set_odd_key] = useState(false);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const body = subject_wish(new FormData(event.currentTarget));
    const is_key = is_public_key(body.public_key);
    act.forget();
    set_odd_key(!is_key);
    if (!is_key) return;
    await act.run(async () => onMade(await answered(makeSubjectPackage({ body })), body.recipient));
  };
  return (
    <form className={form.form} onSubmit={(event) => void submit(event)} autoComplete="off">
      <Field name={<Trans>Plate</Trans>} kind="plate">
        <input name="plate" required maxLength={16} autoCapitalize="characters" />
      </Field>
      <Through />
      <Field
        name={<Trans>Proof of holdership</Trans>}
        hint={<Trans>What was shown, with its number and when. It stands in the ledger.</Trans>}
      >
        <textarea name="proof" required maxLength={500} />
      </Field>
      <Field
        name={<Trans>For whom</Trans>}
        hint={<Trans>As your file names the holder: this stands in the ledger too.</Trans>}
      >
        <input name="recipient" required maxLength={200} />
      </Field>
      <Field
        name={<Trans>Public key of the holder</Trans>}
        kind="code"
        hint={
          <Trans>
            32 bytes of X25519, in base64. Only who has its other half opens the package; the server
            does not.
          </Trans>
        }
      >
        <textarea
          id="public-key"
          name="public_key"
          required
          maxLength={128}
          spellCheck={false}
          aria-invalid={is_odd_key}
        />
      </Field>
      {is_odd_key ? <OddKey /> : <ActFailure of={act} />}
      <div className={form.buttons}>
        <button type="submit" className="button" data-kind="main" disabled={act.is_busy}>
          <Trans>Make the package</Trans>
        </button>
      </div>
    </form>
  );
}

function Through() {
  const [through, set_through] = useState('supervisor');
  const choice = { name: 'through', onChoose: set_through };
  return (
    <fieldset className={form.choices}>
      <legend>
        <Trans>The request came</Trans>
      </legend>
      <Choice
        {...choice}
        value="supervisor"
        title={<Trans>through the supervisor</Trans>}
        is_checked={through === 'supervisor'}
      />
      <Choice
        {...choice}
        value="dpo"
        title={<Trans>to you as the officer for data protection</Trans>}
        is_checked={through === 'dpo'}
      />
    </fieldset>
  );
}

function OddKey() {
  const summary = useRef<HTMLDivElement>(null);
  useEffect(() => summary.current?.focus(), []);
  return (
    <div ref={summary} className={form.summary} role="alert" tabIndex={-1}>
      <a href="#public-key">
        <Trans>This is no public key: it is not 32 bytes in base64. Nothing was made.</Trans>
      </a>
    </div>
  );
}
