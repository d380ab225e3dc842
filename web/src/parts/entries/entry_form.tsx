import { Trans } from '@lingui/react/macro';
import { useNavigate } from '@tanstack/react-router';
import type { FormEvent } from 'react';
import { answered } from '../../api/failure';
import { type List, putEntry } from '../../api/generated';
import { list_changed } from '../../api/list_queries';
import { server_now } from '../../api/server_clock';
import { LANGUAGES } from '../../text/language';
import { ActFailure, useAct } from '../page/act';
import { Field } from '../page/field';
import form from '../page/form.module.css';
import { Icon } from '../signs/icon';
import { new_entry, standard_end } from './new_entry';

export type PlateWish = { plate: string; country: string };
type Props = { list: List; wish: PlateWish; onWish: (wish: PlateWish) => void };

// A new entry; its plate is shown outside too, where the preview follows it.
export function EntryForm({ list, wish, onWish }: Props) {
  const act = useAct();
  const navigate = useNavigate();
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const body = new_entry(new FormData(event.currentTarget));
    await act.run(async () => {
      const entry = await answered(putEntry({ path: { name: list.name }, body }));
      list_changed(list.name);
      await navigate({
        to: '/lists/$name/entries/$entry',
        params: { name: list.name, entry: entry.id },
      });
    });
  };
  return (
    <form className={form.form} onSubmit={(event) => void submit(event)} autoComplete="off">
      <PlateFields wish={wish} onWish={onWish} />
      <GroundFields list={list} />
      <VehicleFields />
      <ProcedureFields />
      <ActFailure of={act} />
      <div className={form.buttons}>
        <button type="submit" className="button" data-kind="main" disabled={act.is_busy}>
          <Icon name="add" />
          <Trans>Put it on the list</Trans>
        </button>
      </div>
    </form>
  );
}

function PlateFields({ wish, onWish }: { wish: PlateWish; onWish: (wish: PlateWish) => void }) {
  return (
    <div className={form.row}>
      <Field
        name={<Trans>Plate</Trans>}
        kind="plate"
        hint={<Trans>? for one unknown character, * for any number of them</Trans>}
      >
        <input
          name="plate"
          required
          maxLength={64}
          spellCheck={false}
          autoCapitalize="characters"
          value={wish.plate}
          onChange={(event) => onWish({ ...wish, plate: event.currentTarget.value })}
        />
      </Field>
      <Field name={<Trans>Country</Trans>} hint={<Trans>Such as BE or NL. Empty: any.</Trans>}>
        <input
          name="country"
          maxLength={3}
          spellCheck={false}
          value={wish.country}
          onChange={(event) =>
            onWish({ ...wish, country: event.currentTarget.value.toUpperCase() })
          }
        />
      </Field>
    </div>
  );
}

function GroundFields({ list }: { list: List }) {
  return (
    <>
      <Field name={<Trans>Reason</Trans>}>
        <textarea name="reason" required maxLength={2000} />
      </Field>
      <div className={form.row}>
        <Field name={<Trans>Last day</Trans>}>
          <input
            name="valid_until"
            type="date"
            required
            defaultValue={standard_end(list, server_now())}
          />
        </Field>
        <Field name={<Trans>Priority</Trans>} hint={<Trans>Empty: that of the list.</Trans>}>
          <select name="priority" defaultValue="">
            <option value="">–</option>
            {[1, 2, 3, 4].map((level) => (
              <option key={level} value={level}>
                P{level}
              </option>
            ))}
          </select>
        </Field>
      </div>
      <div className={form.row}>
        <Field name={<Trans>Asked for by</Trans>}>
          <input name="owner" required maxLength={128} />
        </Field>
        <Field name={<Trans>Legal basis</Trans>}>
          <input name="basis" required maxLength={500} />
        </Field>
        <Field name={<Trans>Case number</Trans>}>
          <input name="case_number" required maxLength={128} />
        </Field>
      </div>
    </>
  );
}

function VehicleFields() {
  return (
    <div className={form.row}>
      <Field name={<Trans>Make</Trans>}>
        <input name="vehicle_make" maxLength={64} />
      </Field>
      <Field name={<Trans>Model</Trans>}>
        <input name="vehicle_model" maxLength={64} />
      </Field>
      <Field name={<Trans>Colour</Trans>}>
        <input name="vehicle_colour" maxLength={64} />
      </Field>
    </div>
  );
}

function ProcedureFields() {
  return (
    <details>
      <summary>
        <Trans>What to do when it is seen, in four languages</Trans>
      </summary>
      <div className={form.row}>
        {Object.entries(LANGUAGES).map(([tag, name]) => (
          <Field key={tag} name={<span lang={tag}>{name}</span>}>
            <textarea name={`procedure_${tag}`} lang={tag} />
          </Field>
        ))}
      </div>
    </details>
  );
}
