import { Trans } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useRef } from 'react';
import { answered } from '../../api/failure';
import { papers_changed, regime_query } from '../../api/gate_queries';
import { addAuthorisation, putAuthorisationDocument, type Regime } from '../../api/generated';
import { server_now } from '../../api/server_clock';
import { typed_time } from '../../text/instant';
import { ActFailure, useAct } from '../page/act';
import { Asked } from '../page/asked';
import { Field } from '../page/field';
import form from '../page/form.module.css';
import { new_authorisation } from './new_authorisation';

const DAY_MS = 86_400_000;

// What the decision says, and the decision itself: both, or nothing that counts.
export function AuthorisationForm() {
  const regime = useQuery(regime_query);
  const act = useAct();
  const shown = useRef<HTMLFormElement>(null);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    const file = fields.get('document');
    await act.run(async () => {
      const made = await answered(addAuthorisation({ body: new_authorisation(fields) }));
      if (file instanceof File) {
        await answered(putAuthorisationDocument({ path: { id: made.id }, body: file }));
      }
      shown.current?.reset();
      await papers_changed();
    });
  };
  return (
    <Asked of={regime}>
      {(law) => (
        <form
          ref={shown}
          className={form.form}
          onSubmit={(event) => void submit(event)}
          autoComplete="off"
        >
          <Decision law={law} />
          <Scope />
          <Field
            name={<Trans>The reasoned decision, as a file</Trans>}
            hint={<Trans>Of any type, 10 MiB at most. It is kept sealed.</Trans>}
          >
            <input name="document" type="file" required />
          </Field>
          <ActFailure of={act} />
          <div className={form.buttons}>
            <button type="submit" className="button" data-kind="main" disabled={act.is_busy}>
              <Trans>Register</Trans>
            </button>
          </div>
        </form>
      )}
    </Asked>
  );
}

function Decision({ law }: { law: Regime }) {
  const now = server_now();
  return (
    <>
      <div className={form.row}>
        <Field name={<Trans>Number of the decision</Trans>}>
          <input name="number" required maxLength={128} />
        </Field>
        <Field name={<Trans>Case or report number</Trans>}>
          <input name="case_number" required maxLength={128} />
        </Field>
      </div>
      <div className={form.row}>
        <Field name={<Trans>Authority</Trans>}>
          <input name="authority" required maxLength={128} defaultValue={law.authority ?? ''} />
        </Field>
        <Field name={<Trans>Office, and who signed</Trans>}>
          <input name="office" required maxLength={128} />
        </Field>
      </div>
      <div className={form.row}>
        <Field name={<Trans>Given at</Trans>}>
          <input
            name="dated"
            type="datetime-local"
            required
            defaultValue={typed_time(now - 60_000)}
          />
        </Field>
        <Field name={<Trans>May be used until</Trans>}>
          <input
            name="expires"
            type="datetime-local"
            required
            defaultValue={typed_time(now + 30 * DAY_MS)}
          />
        </Field>
      </div>
      <div className={form.row}>
        <Field name={<Trans>Years the offence carries</Trans>}>
          <input name="penalty_years" type="number" min={0} max={99} required defaultValue={1} />
        </Field>
        <Field name={<Trans>Questions it allows</Trans>} hint={<Trans>0: any number</Trans>}>
          <input name="uses_max" type="number" min={0} max={10000} required defaultValue={0} />
        </Field>
      </div>
    </>
  );
}

function Scope() {
  const now = server_now();
  return (
    <>
      <div className={form.row}>
        <Field name={<Trans>Opens reads from</Trans>}>
          <input
            name="from"
            type="datetime-local"
            required
            defaultValue={typed_time(now - 120 * DAY_MS)}
          />
        </Field>
        <Field name={<Trans>Until</Trans>}>
          <input name="until" type="datetime-local" required defaultValue={typed_time(now)} />
        </Field>
      </div>
      <Field
        name={<Trans>Plates it names</Trans>}
        hint={<Trans>Whole plates with a comma or a line between them. Empty: any.</Trans>}
      >
        <textarea name="plates" maxLength={10_000} spellCheck={false} />
      </Field>
    </>
  );
}
