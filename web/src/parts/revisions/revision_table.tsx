import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { Revision } from '../../api/generated';
import { day_time } from '../../text/format';
import { LinkTable } from '../page/table';
import table from '../page/table.module.css';
import { BriefCounts } from './counts';
import { OriginWord, RevisionState } from './revision_state';

type Props = { list: string; revisions: readonly Revision[] };

export function RevisionTable({ list, revisions }: Props) {
  const { t } = useLingui();
  return (
    <LinkTable
      label={t`Revisions`}
      region="revisions"
      head={
        <>
          <th scope="col">
            <Trans>Revision</Trans>
          </th>
          <th scope="col">
            <Trans>State</Trans>
          </th>
          <th scope="col">
            <Trans>What it did</Trans>
          </th>
          <th scope="col">
            <Trans>Origin</Trans>
          </th>
        </>
      }
    >
      {revisions.map((revision) => (
        <tr key={revision.number}>
          <td>
            <Link
              to="/lists/$name/revisions/$number"
              params={{ name: list, number: String(revision.number) }}
              className={table.link}
              data-row-link={revision.number}
            >
              {revision.number}
            </Link>
            <div className={table.second}>{day_time(revision.started_at)}</div>
          </td>
          <td>
            <RevisionState state={revision.state} />
          </td>
          <td>
            <BriefCounts counts={revision.counts} />
          </td>
          <td>
            <OriginWord origin={revision.origin} />
            {revision.file_name && <div className={table.second}>{revision.file_name}</div>}
          </td>
        </tr>
      ))}
    </LinkTable>
  );
}
