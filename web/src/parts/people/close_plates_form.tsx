import { Trans } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useRef, useState } from 'react';
import { close_plates_query, tell_close_plates } from '../../api/people_queries';
import { whole } from '../../text/format';
import { ActFailure, useAct } from '../page/act';
import { Asked } from '../page/asked';
import { Confirm } from '../page/confirm';
import { Field } from '../page/field';
import form from '../page/form.module.css';
import { Fact } from '../page/page';
import page from '../page/page.module.css';
import { close_plates } from './close_plates';

type Props = { id: string; name: string };

// Whose plates this account may not look up. Told here and never shown again, only how many there
// are.
export function ClosePlatesForm({ id, name }: Props) {
  const kept = useQuery(close_plates_query(id));
  return (
    <Asked of={kept}>
      {({ own, relatives }) => (
        <div className={page.stack}>
          <p>
            <Trans>
              What {name} may not look up: the own plate and those of relatives. They are kept as
              digests under a key: nobody can read them back, you neither.
            </Trans>
          </p>
          <dl className={page.facts}>
            <Fact name={<Trans>Own plates kept</Trans>}>{whole(own)}</Fact>
            <Fact name={<Trans>Plates of relatives kept</Trans>}>{whole(relatives)}</Fact>
          </dl>
          <Told id={id} />
          {own + relatives > 0 && <Forget id={id} />}
        </div>
      )}
    </Asked>
  );
}

function Told({ id }: { id: string }) {
  const act = useAct();
  const shown = useRef<HTMLFormElement>(null);
  const [is_empty, set_empty] = useState(false); // nothing was typed
  const [is_done, set_done] = useState(false);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const plates = close_plates(new FormData(event.currentTarget));
    const has_none = plates.own.length + plates.relatives.length === 0;
    act.forget();
    set_done(false);
    set_empty(has_none);
    if (has_none || !(await act.run(() => tell_close_plates(id, plates)))) return;
    shown.current?.reset();
    set_done(true);
  };
  return (
    <form
      ref={shown}
      className={form.form}
      onSubmit={(event) => void submit(event)}
      autoComplete="off"
    >
      <div className={form.row}>
        <PlatesField name="own" label={<Trans>Own plates</Trans>} />
        <PlatesField name="relatives" label={<Trans>Plates of relatives</Trans>} />
      </div>
      <p className={form.hint}>
        <Trans>
          Whole plates with a comma or a line between them. They take the place of all that is kept:
          type every one again.
        </Trans>
      </p>
      {is_empty && (
        <p role="alert" className={form.summary}>
          <Trans>No plate was typed. Nothing was changed.</Trans>
        </p>
      )}
      <ActFailure of={act} />
      {is_done && (
        <p role="status">
          <Trans>Kept. It counts from the next search on.</Trans>
        </p>
      )}
      <div className={form.buttons}>
        <button type="submit" className="button" data-kind="main" disabled={act.is_busy}>
          <Trans>Replace all of them</Trans>
        </button>
      </div>
    </form>
  );
}

function PlatesField({ name, label }: { name: string; label: ReactNode }) {
  return (
    <Field name={label}>
      <textarea name={name} maxLength={2000} spellCheck={false} autoCapitalize="characters" />
    </Field>
  );
}

function Forget({ id }: { id: string }) {
  return (
    <div className={page.actions}>
      <Confirm
        button={<Trans>Forget all of them</Trans>}
        title={<Trans>Forget every plate kept of this account</Trans>}
        verb={<Trans>Forget them</Trans>}
        act={() => tell_close_plates(id, { own: [], relatives: [] })}
      >
        <p>
          <Trans>This account may then look up its own plate and those of its relatives.</Trans>
        </p>
      </Confirm>
    </div>
  );
}
