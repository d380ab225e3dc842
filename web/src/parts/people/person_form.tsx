import { Trans } from '@lingui/react/macro';
import { type FormEvent, useState } from 'react';
import type { User } from '../../api/generated';
import { change_person } from '../../api/people_queries';
import { ActFailure, useAct } from '../page/act';
import form from '../page/form.module.css';
import { FieldNameWords } from './field_name';
import { change_of, type FieldName, filling, met_with, type PersonFields } from './person_fields';
import { PersonInputs } from './person_inputs';

type Props = { user: User; is_own: boolean };

// What is said of an account. Whoever changes it at the same time is told what the other one did,
// and decides again.
export function PersonForm({ user, is_own }: Props) {
  const act = useAct();
  const [filled, set_filled] = useState(() => filling(user));
  const [is_saved, set_saved] = useState(false);
  if (user.version > filled.seen.version) set_filled(met_with(filled, user));
  const { seen, fields, met } = filled;
  const change = change_of(seen, fields);
  const is_same = Object.keys(change).length === 0;
  const type = (typed: Partial<PersonFields>) => {
    set_saved(false);
    set_filled((was) => ({ ...was, fields: { ...was.fields, ...typed } }));
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const is_done = await act.run(async () => {
      const saved = await change_person(seen, change);
      set_filled(filling(saved));
    });
    set_saved(is_done);
  };
  return (
    <form className={form.form} onSubmit={(event) => void submit(event)}>
      <PersonInputs
        fields={fields}
        onChange={type}
        is_own={is_own}
        needs_terms={!user.break_glass}
      />
      <ActFailure of={act} />
      {met.length > 0 && <Met names={met} />}
      {is_saved && is_same && (
        <p role="status">
          <Trans>Saved. It counts from the next thing this person does.</Trans>
        </p>
      )}
      <div className={form.buttons}>
        <button type="submit" className="button" data-kind="main" disabled={act.is_busy || is_same}>
          <Trans>Save</Trans>
        </button>
        {!is_same && (
          <button type="button" className="button" onClick={() => set_filled(filling(user))}>
            <Trans>Undo what I typed</Trans>
          </button>
        )}
      </div>
    </form>
  );
}

function Met({ names }: { names: FieldName[] }) {
  return (
    <div className={form.summary} role="alert">
      <p>
        <Trans>
          Somebody else changed this account meanwhile. What you typed still stands in its field;
          the rest is as it is now. Changed were:
        </Trans>
      </p>
      <ul className={form.consequences}>
        {names.map((name) => (
          <li key={name}>
            <FieldNameWords name={name} />
          </li>
        ))}
      </ul>
    </div>
  );
}
