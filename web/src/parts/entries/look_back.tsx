import { Trans } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { answered } from '../../api/failure';
import { purposes_of, regime_query } from '../../api/gate_queries';
import { type Entry, lookBack, type LookBackReport } from '../../api/generated';
import { session_query } from '../../api/queries';
import { server_now } from '../../api/server_clock';
import { PurposeSelect } from '../access/purpose_select';
import { ActFailure, useAct } from '../page/act';
import { Field } from '../page/field';
import form from '../page/form.module.css';
import { Panel } from '../page/page';
import page from '../page/page.module.css';
import { Icon } from '../signs/icon';
import { FoundReads } from './found_reads';
import { day_of } from './new_entry';

// Seven days with today: for more somebody else has to agree.
const DAYS_BEFORE_MS = 6 * 86_400_000;

// Whether stored reads match an entry. Asked with a purpose, because it is a search like any other.
export function LookBack({ entry }: { entry: Entry }) {
  const act = useAct();
  const law = useQuery(regime_query).data;
  const user = useQuery(session_query).data?.user;
  const [report, set_report] = useState<LookBackReport | null>(null);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    const text = (name: string) => String(fields.get(name) ?? '').trim();
    set_report(null);
    await act.run(async () => {
      const body = {
        from: text('from'),
        to: text('to'),
        purpose: text('purpose'),
        case_number: text('case_number'),
        reason: text('reason'),
      };
      set_report(await answered(lookBack({ path: { id: entry.id }, body })));
    });
  };
  return (
    <Panel id="look-back" title={<Trans>Look back</Trans>}>
      <p className={page.muted}>
        <Trans>
          Matches this entry against reads already stored, as a search of your own zone's reads of
          the last month. Who asked, why and for which case is recorded; it rings nowhere.
        </Trans>
      </p>
      <form className={form.form} onSubmit={(event) => void submit(event)}>
        <div className={form.row}>
          <Field name={<Trans>Purpose</Trans>}>
            <PurposeSelect purposes={law ? purposes_of(law, user) : []} />
          </Field>
          <Field name={<Trans>Case number</Trans>}>
            <input
              name="case_number"
              required
              maxLength={500}
              defaultValue={entry.case_number ?? ''}
            />
          </Field>
        </div>
        <Field name={<Trans>Reason</Trans>}>
          <input
            name="reason"
            required
            minLength={law?.reason_characters_min ?? 1}
            maxLength={500}
          />
        </Field>
        <Days />
        <ActFailure of={act} />
        <div className={form.buttons}>
          <button type="submit" className="button" disabled={act.is_busy}>
            <Icon name="search" />
            {act.is_busy ? <Trans>Looking…</Trans> : <Trans>Look back</Trans>}
          </button>
        </div>
      </form>
      {report && <FoundReads report={report} />}
    </Panel>
  );
}

function Days() {
  const today = day_of(server_now());
  return (
    <div className={form.row}>
      <Field name={<Trans>First day</Trans>} hint={<Trans>At most 31 days in all</Trans>}>
        <input
          name="from"
          type="date"
          required
          max={today}
          defaultValue={day_of(server_now() - DAYS_BEFORE_MS)}
        />
      </Field>
      <Field name={<Trans>Last day</Trans>}>
        <input name="to" type="date" required max={today} defaultValue={today} />
      </Field>
    </div>
  );
}
