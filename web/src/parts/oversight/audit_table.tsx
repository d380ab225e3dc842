import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { answered } from '../../api/failure';
import {
  type AuditCase,
  type AuditMonth,
  judgeAudit,
  type ListAuditsResponse,
} from '../../api/generated';
import { audits_changed } from '../../api/ledger_queries';
import { day_time, whole } from '../../text/format';
import { Confirm } from '../page/confirm';
import { Nothing } from '../page/page';
import page from '../page/page.module.css';
import { Badge } from '../page/signs';
import { PlainTable } from '../page/table';
import table from '../page/table.module.css';
import { UseCells, UseHeads } from './use_table';

type Verdict = 'fine' | 'questioned' | 'wrong';

// The samples of the months, and the uses that are for this person to judge.
export function Audits({ told }: { told: ListAuditsResponse }) {
  if (told.months.length === 0) {
    return (
      <Nothing title={<Trans>No sample was drawn yet: the first follows a whole month</Trans>} />
    );
  }
  return (
    <>
      {told.items.length === 0 ? (
        <Nothing title={<Trans>Nothing is left for you to judge</Trans>} />
      ) : (
        <CaseTable cases={told.items} />
      )}
      <MonthTable months={told.months} />
    </>
  );
}

function MonthTable({ months }: { months: AuditMonth[] }) {
  const { t } = useLingui();
  return (
    <PlainTable
      label={t`Samples by month`}
      head={
        <>
          <th scope="col">
            <Trans>Month</Trans>
          </th>
          <th scope="col">
            <Trans>Open</Trans>
          </th>
          <th scope="col">
            <Trans>Fine</Trans>
          </th>
          <th scope="col">
            <Trans>Questioned</Trans>
          </th>
          <th scope="col">
            <Trans>Wrong</Trans>
          </th>
          <th scope="col">
            <Trans>Drawn with the root of the log</Trans>
          </th>
        </>
      }
    >
      {months.map((one) => (
        <tr key={one.month}>
          <td>
            {one.month}
            <div className={table.second}>{day_time(one.drawn_at)}</div>
          </td>
          <td>{whole(one.open)}</td>
          <td>{whole(one.fine)}</td>
          <td>{whole(one.questioned)}</td>
          <td>{whole(one.wrong)}</td>
          <td>
            <code title={one.seed}>{one.seed.slice(0, 16)}</code>
          </td>
        </tr>
      ))}
    </PlainTable>
  );
}

function CaseTable({ cases }: { cases: AuditCase[] }) {
  const { t } = useLingui();
  return (
    <PlainTable
      label={t`To judge`}
      head={
        <>
          <UseHeads />
          <th scope="col">
            <Trans>Verdict</Trans>
          </th>
        </>
      }
    >
      {cases.map((one) => (
        <tr key={one.number}>
          <UseCells use={one.use} />
          <td>
            <CaseState one={one} />
            <div className={page.actions}>
              <Judge one={one} verdict="fine" word={<Trans>Fine</Trans>} />
              <Judge one={one} verdict="questioned" word={<Trans>Questioned</Trans>} />
              <Judge one={one} verdict="wrong" word={<Trans>Wrong</Trans>} />
            </div>
          </td>
        </tr>
      ))}
    </PlainTable>
  );
}

function CaseState({ one }: { one: AuditCase }) {
  if (one.overdue) {
    return (
      <Badge tone="caution">
        <Trans>open for more than 30 days</Trans>
      </Badge>
    );
  }
  return one.mine ? null : (
    <Badge>
      <Trans>given to nobody</Trans>
    </Badge>
  );
}

function Judge({ one, verdict, word }: { one: AuditCase; verdict: Verdict; word: ReactNode }) {
  const number = whole(one.number);
  const judge = async (said: string) => {
    const body = { number: one.number, verdict, ...(said === '' ? {} : { word: said }) };
    await answered(judgeAudit({ body }));
    await audits_changed();
  };
  return (
    <Confirm
      button={word}
      title={<Trans>Judge entry {number}</Trans>}
      verb={word}
      because={verdict === 'fine' ? undefined : <Trans>What is not fine</Trans>}
      act={judge}
    >
      <p>
        <Trans>A verdict is for good and stands in the log.</Trans>
      </p>
    </Confirm>
  );
}
