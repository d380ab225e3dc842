import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { Entry } from '../../api/generated';
import { short_date } from '../../text/format';
import { LinkTable } from '../page/table';
import table from '../page/table.module.css';
import { Plate } from '../signs/plate';
import { Priority } from '../signs/priority';

export function EntryTable({ list, entries }: { list: string; entries: readonly Entry[] }) {
  const { t } = useLingui();
  return (
    <LinkTable
      label={t`Entries`}
      region="entries"
      head={
        <>
          <th scope="col">
            <Trans>Priority</Trans>
          </th>
          <th scope="col">
            <Trans>Plate</Trans>
          </th>
          <th scope="col">
            <Trans>Reason</Trans>
          </th>
          <th scope="col">
            <Trans>Asked for by</Trans>
          </th>
          <th scope="col">
            <Trans>Valid until</Trans>
          </th>
        </>
      }
    >
      {entries.map((entry) => (
        <tr key={entry.id}>
          <td>
            <Priority priority={entry.priority} unverified={false} />
          </td>
          <td>
            <Link
              to="/lists/$name/entries/$entry"
              params={{ name: list, entry: entry.id }}
              className={table.link}
              data-row-link={entry.id}
            >
              <Plate plate={entry.plate} country={entry.country} />
            </Link>
          </td>
          <td>
            {entry.reason || '–'}
            <div className={table.second}>{entry.category}</div>
          </td>
          <td>
            {entry.owner || '–'}
            {entry.case_number && <div className={table.second}>{entry.case_number}</div>}
          </td>
          <td className={table.number}>
            {entry.valid_until ? short_date(entry.valid_until) : '–'}
          </td>
        </tr>
      ))}
    </LinkTable>
  );
}
