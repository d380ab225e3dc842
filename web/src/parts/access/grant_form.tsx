import { Trans } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useRef, useState } from 'react';
import { answered } from '../../api/failure';
import { papers_changed, regime_query, zones_query } from '../../api/gate_queries';
import { type GrantPreview, makeGrant, previewGrant, type Regime } from '../../api/generated';
import { session_query } from '../../api/queries';
import { server_now } from '../../api/server_clock';
import { typed_time } from '../../text/instant';
import { ActFailure, useAct } from '../page/act';
import { Asked } from '../page/asked';
import { Field } from '../page/field';
import form from '../page/form.module.css';
import search from '../search/search.module.css';
import { GrantPreviewed } from './grant_previewed';
import { new_grant } from './new_grant';
import { PurposeWords } from './purpose_words';

const QUARTER_MS = 90 * 86_400_000;

// First who would see what, then the grant itself. A change of the form asks for the first again.
export function GrantForm() {
  const regime = useQuery(regime_query);
  const act = useAct();
  const shown = useRef<HTMLFormElement>(null);
  const [seen, set_seen] = useState<GrantPreview | null>(null);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const body = new_grant(new FormData(event.currentTarget));
    await act.run(async () => {
      if (!seen) {
        set_seen(await answered(previewGrant({ body })));
        return;
      }
      await answered(makeGrant({ body }));
      set_seen(null);
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
          onChange={() => set_seen(null)}
          onSubmit={(event) => void submit(event)}
          autoComplete="off"
        >
          <ForWhom law={law} />
          <HowLong />
          <ActFailure of={act} />
          {seen && <GrantPreviewed preview={seen} />}
          <div className={form.buttons}>
            <button type="submit" className="button" data-kind="main" disabled={act.is_busy}>
              {seen ? <Trans>Make this grant</Trans> : <Trans>Show who would see what</Trans>}
            </button>
          </div>
        </form>
      )}
    </Asked>
  );
}

function ForWhom({ law }: { law: Regime }) {
  const zones = useQuery(zones_query);
  const own = useQuery(session_query).data?.user.zone?.code;
  return (
    <>
      <Field name={<Trans>For people of</Trans>}>
        <select name="to_zone" required defaultValue="">
          <option value="" disabled>
            –
          </option>
          {zones.data
            ?.filter((zone) => zone.code !== own)
            .map((zone) => (
              <option key={zone.id} value={zone.code}>
                {zone.name} ({zone.code})
              </option>
            ))}
        </select>
      </Field>
      <fieldset className={search.sites}>
        <legend>
          <Trans>Purposes</Trans>
        </legend>
        {law.purposes.map(({ code }) => (
          <label key={code}>
            <input type="checkbox" name="purpose" value={code} />
            <PurposeWords code={code} />
          </label>
        ))}
      </fieldset>
    </>
  );
}

function HowLong() {
  const now = server_now();
  return (
    <>
      <div className={form.row}>
        <Field name={<Trans>From</Trans>}>
          <input name="from" type="datetime-local" required defaultValue={typed_time(now)} />
        </Field>
        <Field name={<Trans>Until</Trans>} hint={<Trans>A year at most</Trans>}>
          <input
            name="until"
            type="datetime-local"
            required
            defaultValue={typed_time(now + QUARTER_MS)}
          />
        </Field>
      </div>
      <Field name={<Trans>Reason, and the agreement behind it</Trans>}>
        <textarea name="reason" required maxLength={500} />
      </Field>
      <Field name={<Trans>Version of the impact assessment</Trans>}>
        <input name="impact_assessment" required maxLength={128} />
      </Field>
    </>
  );
}
