import { Trans } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { answered } from '../../api/failure';
import { changeList, type List } from '../../api/generated';
import { list_changed, profiles_query } from '../../api/list_queries';
import { ActFailure, useAct } from '../page/act';
import { Field } from '../page/field';
import form from '../page/form.module.css';
import { change_of, fields_of, type SettingsFields } from './list_change';
import { MatchFields } from './match_fields';

type Props = { list: List; onDone: () => void };

// The settings of a list as fields; what was left as it is, is not sent.
export function ListForm({ list, onDone }: Props) {
  const [fields, set_fields] = useState(() => fields_of(list));
  const act = useAct();
  const [is_source_wrong, set_source_wrong] = useState(false);
  const set = (change: Partial<SettingsFields>) => set_fields((was) => ({ ...was, ...change }));
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const is_done = await act.run(async () => {
      const body = checked(() => change_of(list, fields), set_source_wrong);
      if (!body) return;
      await answered(changeList({ path: { name: list.name }, body }));
      list_changed(list.name);
      onDone();
    });
    return is_done;
  };
  return (
    <form className={form.form} onSubmit={(event) => void submit(event)}>
      <Field name={<Trans>Title</Trans>}>
        <input
          value={fields.title}
          maxLength={128}
          onChange={(event) => set({ title: event.currentTarget.value })}
        />
      </Field>
      <MatchFields fields={fields} onChange={set} />
      <TimeFields fields={fields} onChange={set} />
      <FileFields fields={fields} onChange={set} />
      {is_source_wrong && (
        <p className={form.summary} role="alert">
          <Trans>The source is not written as JSON. Nothing was saved.</Trans>
        </p>
      )}
      <ActFailure of={act} />
      <div className={form.buttons}>
        <button type="submit" className="button" data-kind="main" disabled={act.is_busy}>
          <Trans>Save</Trans>
        </button>
        <button type="button" className="button" onClick={onDone}>
          <Trans>Cancel</Trans>
        </button>
      </div>
    </form>
  );
}

function checked<T>(make: () => T, set_wrong: (is_wrong: boolean) => void): T | null {
  try {
    set_wrong(false);
    return make();
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    set_wrong(true);
    return null;
  }
}

type PartProps = { fields: SettingsFields; onChange: (change: Partial<SettingsFields>) => void };

function TimeFields({ fields, onChange }: PartProps) {
  return (
    <div className={form.row}>
      <Field
        name={<Trans>Standard end, days</Trans>}
        hint={<Trans>For entries that name no end. 0: they must name one.</Trans>}
      >
        <input
          type="number"
          min={0}
          max={36_600}
          required
          value={fields.valid_days}
          onChange={(event) => onChange({ valid_days: event.currentTarget.value })}
        />
      </Field>
      <Field
        name={<Trans>Maximum age, hours</Trans>}
        hint={
          <Trans>Not confirmed for longer than this, the list is suspended. Empty: never.</Trans>
        }
      >
        <input
          type="number"
          min={0.02}
          step="any"
          value={fields.max_age_hours}
          onChange={(event) => onChange({ max_age_hours: event.currentTarget.value })}
        />
      </Field>
      <Field name={<Trans>Unit that answers for its hits</Trans>}>
        <input
          value={fields.unit}
          maxLength={128}
          onChange={(event) => onChange({ unit: event.currentTarget.value })}
        />
      </Field>
      <Field
        name={<Trans>It answers until</Trans>}
        hint={<Trans>Behind this moment the list is suspended. Empty: no end.</Trans>}
      >
        <input
          type="datetime-local"
          value={fields.unit_until}
          onChange={(event) => onChange({ unit_until: event.currentTarget.value })}
        />
      </Field>
    </div>
  );
}

function FileFields({ fields, onChange }: PartProps) {
  const profiles = useQuery(profiles_query);
  return (
    <div className={form.row}>
      <Field
        name={<Trans>Profile</Trans>}
        kind="code"
        hint={
          <Trans>How its file is read: the name of a built-in profile, or one of your own.</Trans>
        }
      >
        <textarea
          value={fields.profile}
          maxLength={60_000}
          spellCheck={false}
          onChange={(event) => onChange({ profile: event.currentTarget.value })}
        />
        <ProfileNames names={profiles.data ?? []} onChoose={(profile) => onChange({ profile })} />
      </Field>
      <Field
        name={<Trans>Source</Trans>}
        kind="code"
        hint={<Trans>Where its file is fetched, as JSON. Empty: files are sent in by hand.</Trans>}
      >
        <textarea
          value={fields.source}
          spellCheck={false}
          onChange={(event) => onChange({ source: event.currentTarget.value })}
        />
      </Field>
    </div>
  );
}

type NamesProps = { names: readonly string[]; onChoose: (name: string) => void };

function ProfileNames({ names, onChoose }: NamesProps) {
  if (names.length === 0) return null;
  return (
    <span className={form.buttons}>
      {names.map((name) => (
        <button key={name} type="button" className="button" onClick={() => onChoose(name)}>
          {name}
        </button>
      ))}
    </span>
  );
}
