import { Trans, useLingui } from '@lingui/react/macro';
import type { Finding, PatternReport } from '../../api/generated';
import { day_time, whole } from '../../text/format';
import { Nothing } from '../page/page';
import page from '../page/page.module.css';
import { PlainTable } from '../page/table';
import table from '../page/table.module.css';

const NUMBERS_SHOWN = 12;

// What stands out in a month: where to look, never a verdict.
export function Patterns({ report }: { report: PatternReport }) {
  const uses = whole(report.uses);
  const from = day_time(report.from);
  return (
    <>
      <p className={table.second}>
        <Trans>
          {uses} entries since {from} were looked at. What stands out is where to look, no verdict.
        </Trans>
      </p>
      {!report.whole && (
        <p className={page.caution}>
          <Trans>There are more entries than are looked at: the oldest were left out.</Trans>
        </p>
      )}
      {report.items.length === 0 ? (
        <Nothing title={<Trans>Nothing stands out</Trans>} />
      ) : (
        <PatternTable findings={report.items} />
      )}
    </>
  );
}

function PatternTable({ findings }: { findings: Finding[] }) {
  const { t } = useLingui();
  return (
    <PlainTable
      label={t`What stands out`}
      head={
        <>
          <th scope="col">
            <Trans>Pattern</Trans>
          </th>
          <th scope="col">
            <Trans>Who</Trans>
          </th>
          <th scope="col">
            <Trans>How often</Trans>
          </th>
          <th scope="col">
            <Trans>From, until</Trans>
          </th>
          <th scope="col">
            <Trans>Numbers in the log</Trans>
          </th>
        </>
      }
    >
      {findings.map((one) => (
        <FindingRow key={`${one.kind} ${one.actor} ${one.numbers[0]}`} one={one} />
      ))}
    </PlainTable>
  );
}

function FindingRow({ one }: { one: Finding }) {
  const more = whole(one.count - NUMBERS_SHOWN);
  return (
    <tr>
      <td>
        <PatternWords kind={one.kind} />
      </td>
      <td>
        {one.actor_name ?? one.actor}
        <div className={table.second}>{one.zone}</div>
      </td>
      <td>
        {whole(one.count)}
        <Usual usual={one.usual} />
      </td>
      <td>
        {day_time(one.first_at)}
        <div>{day_time(one.last_at)}</div>
      </td>
      <td>
        {one.numbers.slice(0, NUMBERS_SHOWN).map(whole).join(', ')}
        {one.count > NUMBERS_SHOWN && (
          <div className={table.second}>
            <Trans>and {more} more</Trans>
          </div>
        )}
      </td>
    </tr>
  );
}

function Usual({ usual }: { usual: number | undefined }) {
  if (usual === undefined) return null;
  const average = whole(Math.round(usual));
  return (
    <div className={table.second}>
      <Trans>others of the zone: {average}</Trans>
    </div>
  );
}

function PatternWords({ kind }: { kind: Finding['kind'] }) {
  switch (kind) {
    case 'same_plate':
      return <Trans>One plate again and again</Trans>;
    case 'off_duty':
      return <Trans>At hours unusual for this person</Trans>;
    case 'weak_reason':
      return <Trans>Reasons that say little</Trans>;
    case 'refused_again':
      return <Trans>Refused many times in a row</Trans>;
    case 'many_searches':
      return <Trans>Far more searches than others of the zone</Trans>;
    case 'close_plate':
      return <Trans>The own plate, a relative’s or a colleague’s</Trans>;
  }
}
