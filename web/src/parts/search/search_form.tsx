import { Trans } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import {
  authorisations_query,
  purposes_of,
  regime_query,
  sites_query,
} from '../../api/gate_queries';
import type { NewSearch, Regime } from '../../api/generated';
import { session_query } from '../../api/queries';
import { server_now } from '../../api/server_clock';
import { term_words } from '../../text/format';
import { typed_time } from '../../text/instant';
import { PurposeSelect } from '../access/purpose_select';
import { type Act, ActFailure } from '../page/act';
import { Asked } from '../page/asked';
import { Choice, Field } from '../page/field';
import form from '../page/form.module.css';
import { Icon } from '../signs/icon';
import { new_search } from './new_search';
import styles from './search.module.css';

const HOUR_MS = 3_600_000;

type Props = { act: Act; onAsk: (asked: NewSearch) => void };

// The question: for what, about what, when. It is checked by the law before anything is looked at.
export function SearchForm({ act, onAsk }: Props) {
  const regime = useQuery(regime_query);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    onAsk(new_search(new FormData(event.currentTarget)));
  };
  return (
    <Asked of={regime}>
      {(law) => (
        <form className={form.form} onSubmit={submit} autoComplete="off">
          <WhyFields law={law} />
          <WhatFields />
          <WhenFields law={law} />
          <ActFailure of={act} />
          <div className={form.buttons}>
            <button type="submit" className="button" data-kind="main" disabled={act.is_busy}>
              <Icon name="search" />
              {act.is_busy ? <Trans>Looking…</Trans> : <Trans>Search</Trans>}
            </button>
          </div>
        </form>
      )}
    </Asked>
  );
}

function WhyFields({ law }: { law: Regime }) {
  const user = useQuery(session_query).data?.user;
  const purposes = purposes_of(law, user);
  const [chosen, set_chosen] = useState<string>();
  const purpose = purposes.find((one) => one.code === chosen) ?? purposes[0];
  const least = law.reason_characters_min;
  return (
    <>
      <Field name={<Trans>Purpose</Trans>}>
        <PurposeSelect purposes={purposes} chosen={purpose?.code} onChoose={set_chosen} />
      </Field>
      <Field name={<Trans>Case or report number</Trans>}>
        <input name="case_number" required maxLength={500} />
      </Field>
      <Field
        name={<Trans>Reason</Trans>}
        hint={<Trans>At least {least} characters. Who oversees you reads it.</Trans>}
      >
        <textarea name="reason" required minLength={least} maxLength={500} />
      </Field>
      {purpose?.needs_danger && <DangerFields />}
    </>
  );
}

function DangerFields() {
  return (
    <div className={form.row}>
      <Field name={<Trans>Imminent danger seen by officer</Trans>}>
        <input name="danger_seen_by" required maxLength={128} />
      </Field>
      <Field name={<Trans>Seen at</Trans>}>
        <input
          name="danger_seen_at"
          type="datetime-local"
          required
          defaultValue={typed_time(server_now())}
        />
      </Field>
    </div>
  );
}

function WhatFields() {
  const [what, set_what] = useState('plate');
  return (
    <>
      <fieldset className={form.choices}>
        <legend>
          <Trans>What is looked for</Trans>
        </legend>
        <Choice
          name="what"
          value="plate"
          title={<Trans>A plate</Trans>}
          is_checked={what === 'plate'}
          onChoose={set_what}
        />
        <Choice
          name="what"
          value="sites"
          title={<Trans>Everything that passed some places</Trans>}
          is_checked={what === 'sites'}
          onChoose={set_what}
        >
          <Trans>for crime, a short time and few cameras</Trans>
        </Choice>
      </fieldset>
      {what === 'plate' ? (
        <Field
          name={<Trans>Plate</Trans>}
          kind="plate"
          hint={<Trans>Whole, as it is written</Trans>}
        >
          <input
            name="plate"
            required
            maxLength={64}
            spellCheck={false}
            autoCapitalize="characters"
          />
        </Field>
      ) : (
        <SiteFields />
      )}
    </>
  );
}

function SiteFields() {
  const sites = useQuery(sites_query);
  return (
    <Asked of={sites}>
      {(all) => (
        <fieldset className={styles.sites}>
          <legend>
            <Trans>Places</Trans>
          </legend>
          {all.map((site) => (
            <label key={site.id}>
              <input type="checkbox" name="site" value={site.id} />
              {site.road} · {site.municipality || site.name} ({site.zone.name})
            </label>
          ))}
        </fieldset>
      )}
    </Asked>
  );
}

function WhenFields({ law }: { law: Regime }) {
  const now = server_now();
  const young = term_words(law.without_authorisation ?? '');
  const [is_open, set_open] = useState(false);
  return (
    <>
      <div className={form.row}>
        <Field name={<Trans>From</Trans>}>
          <input
            name="from"
            type="datetime-local"
            required
            defaultValue={typed_time(now - HOUR_MS)}
          />
        </Field>
        <Field name={<Trans>Until</Trans>}>
          <input
            name="until"
            type="datetime-local"
            required
            defaultValue={typed_time(now + 60_000)}
          />
        </Field>
      </div>
      <details onToggle={(event) => set_open(event.currentTarget.open)}>
        <summary>
          <Trans>Older than {young}</Trans>
        </summary>
        <div className={form.form}>
          {is_open && <AuthorisationField />}
          <label className={styles.check}>
            <input type="checkbox" name="older" value="leave" />
            <Trans>Leave out what needs an authorisation, instead of being refused</Trans>
          </label>
        </div>
      </details>
    </>
  );
}

function AuthorisationField() {
  const asked = useQuery(authorisations_query);
  const usable = asked.data?.filter((one) => one.state === 'in_force') ?? [];
  return (
    <Field
      name={<Trans>Authorisation</Trans>}
      hint={<Trans>Those of your zone that are in force. The case has to be the same.</Trans>}
    >
      <select name="authorisation" defaultValue="">
        <option value="">–</option>
        {usable.map((one) => (
          <option key={one.id} value={one.id}>
            {one.number} · {one.case_number}
          </option>
        ))}
      </select>
    </Field>
  );
}
