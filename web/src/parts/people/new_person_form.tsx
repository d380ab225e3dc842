import { Trans } from '@lingui/react/macro';
import { type FormEvent, useState } from 'react';
import { answered } from '../../api/failure';
import { addUser, type User } from '../../api/generated';
import { people_changed } from '../../api/people_queries';
import { server_now } from '../../api/server_clock';
import { typed_time } from '../../text/instant';
import { ActFailure, useAct } from '../page/act';
import { Field } from '../page/field';
import form from '../page/form.module.css';
import { drawn_password } from './drawn_password';
import { type NewPersonFields, new_person } from './person_fields';
import { PersonInputs } from './person_inputs';

const YEAR_MS = 365 * 86_400_000;

const nobody = (in_a_year: string): NewPersonFields => ({
  name: '',
  display_name: '',
  role: 'operator',
  zone: '',
  capacity: '',
  language: 'nl',
  role_until: in_a_year,
  trained_until: in_a_year,
  is_break_glass: false,
});

type Props = { onAdded: (user: User, password: string) => void };

// The password is drawn here, so that nobody thinks one up.
export function NewPersonForm({ onAdded }: Props) {
  const act = useAct();
  const [fields, set_fields] = useState(() => nobody(typed_time(server_now() + YEAR_MS)));
  const set = (typed: Partial<NewPersonFields>) => set_fields((was) => ({ ...was, ...typed }));
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    await act.run(async () => {
      const password = drawn_password();
      const user = await answered(addUser({ body: new_person(fields, password) }));
      onAdded(user, password);
      await people_changed();
    });
  };
  return (
    <form className={form.form} onSubmit={(event) => void submit(event)} autoComplete="off">
      <Field name={<Trans>Name to sign in with</Trans>} hint={<Trans>It stays for good.</Trans>}>
        <input
          value={fields.name}
          required
          maxLength={128}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          onChange={(event) => set({ name: event.currentTarget.value })}
        />
      </Field>
      <PersonInputs
        fields={fields}
        onChange={set}
        is_own={false}
        needs_terms={!fields.is_break_glass}
      />
      <BreakGlass is_on={fields.is_break_glass} onChange={set} />
      <ActFailure of={act} />
      <div className={form.buttons}>
        <button type="submit" className="button" data-kind="main" disabled={act.is_busy}>
          <Trans>Make the account</Trans>
        </button>
      </div>
    </form>
  );
}

type GlassProps = { is_on: boolean; onChange: (typed: Partial<NewPersonFields>) => void };

function BreakGlass({ is_on, onChange }: GlassProps) {
  return (
    <label className={form.choice}>
      <input
        type="checkbox"
        checked={is_on}
        onChange={(event) => onChange({ is_break_glass: event.currentTarget.checked })}
      />
      <span>
        <strong>
          <Trans>To break glass with</Trans>
        </strong>{' '}
        <span className={form.hint}>
          <Trans>
            For when nothing else lets anybody in: it asks for no code. Each use alarms, stands in
            the ledger and ends after an hour. Keep its password in a sealed envelope.
          </Trans>
        </span>
      </span>
    </label>
  );
}
