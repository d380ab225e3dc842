import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useRef, useState } from 'react';
import type { OutletEvent, OutletWay, User } from '../../api/generated';
import { make_outlet } from '../../api/outlet_queries';
import { zones_query } from '../../api/pursuit_queries';
import { ActFailure, useAct } from '../page/act';
import { Choice, Field } from '../page/field';
import form from '../page/form.module.css';
import { EVENTS, EventName, WayName, WAYS } from './outlet_words';

type Props = { user: User; onMade: (id: string) => void };

const text = (fields: FormData, name: string) => String(fields.get(name) ?? '').trim();

// Who is told, how, and of what.
export function OutletForm({ user, onMade }: Props) {
  const { t } = useLingui();
  const [way, set_way] = useState<OutletWay>('webhook');
  const act = useAct();
  const key = useRef(crypto.randomUUID());
  const is_tied = user.role !== 'administrator';
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    const zone = is_tied ? user.zone?.code : text(fields, 'zone') || undefined;
    await act.run(async () => {
      const wanted = {
        title: text(fields, 'title'),
        target: text(fields, 'target'),
        way,
        events: fields.getAll('event') as OutletEvent[],
        ...(zone !== undefined && { zone }),
      };
      onMade((await make_outlet(wanted, key.current)).id);
    });
  };
  return (
    <form className={form.form} onSubmit={(event) => void submit(event)} autoComplete="off">
      <Field
        name={t`Name`}
        hint={<Trans>As people call it, such as “Dispatch of the south”.</Trans>}
      >
        <input name="title" required maxLength={128} />
      </Field>
      <fieldset className={form.choices}>
        <legend>{t`How it is told`}</legend>
        {WAYS.map((one) => (
          <Choice
            key={one}
            name="way"
            value={one}
            title={<WayName way={one} />}
            is_checked={way === one}
            onChoose={() => set_way(one)}
          />
        ))}
      </fieldset>
      <Field name={<TargetName way={way} />}>
        <input name="target" required maxLength={2000} />
      </Field>
      {!is_tied && <ZoneChoice />}
      <EventChoice />
      <ActFailure of={act} />
      <div className={form.buttons}>
        <button type="submit" className="button" data-kind="main" disabled={act.is_busy}>
          <Trans>Make the outlet</Trans>
        </button>
      </div>
    </form>
  );
}

function ZoneChoice() {
  const { t } = useLingui();
  const zones = useQuery(zones_query).data ?? [];
  return (
    <Field name={t`For`}>
      <select name="zone">
        <option value="">{t`the province`}</option>
        {zones.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </select>
    </Field>
  );
}

// One at least: an outlet that is told of nothing looks as if all were calm.
function EventChoice() {
  const { t } = useLingui();
  const [is_any, set_any] = useState(true);
  return (
    <fieldset
      className={form.choices}
      onChange={({ currentTarget }) =>
        set_any(currentTarget.querySelector('input:checked') !== null)
      }
    >
      <legend>{t`Told of`}</legend>
      {EVENTS.map((event) => (
        <label key={event} className={form.choice}>
          <input
            type="checkbox"
            name="event"
            value={event}
            required={!is_any}
            defaultChecked={event === EVENTS[0]}
          />
          <span>
            <EventName event={event} />
          </span>
        </label>
      ))}
    </fieldset>
  );
}

function TargetName({ way }: { way: OutletWay }) {
  switch (way) {
    case 'webhook':
      return <Trans>Address, such as https://dispatch.example/bas</Trans>;
    case 'mqtt':
      return <Trans>Topic at the broker of this server</Trans>;
    case 'mail':
      return <Trans>Address of the mailbox</Trans>;
  }
}
