import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import type { Revision } from '../../api/generated';
import { rejects_query } from '../../api/list_queries';
import { whole } from '../../text/format';
import { Asked } from '../page/asked';
import { Panel } from '../page/page';
import page from '../page/page.module.css';
import { PlainTable } from '../page/table';
import table from '../page/table.module.css';
import { Icon } from '../signs/icon';
import { save_csv } from '../page/save_file';
import { rejects_csv } from './csv';
import styles from './revisions.module.css';

// The lines that could not be taken, as they stood in the file, and why.
export function RejectsPanel({ list, revision }: { list: string; revision: Revision }) {
  const { t } = useLingui();
  const asked = useQuery(rejects_query(list, revision.number));
  const count = revision.counts.rejected;
  if (count === 0) return null;
  const save = () =>
    save_csv(`${list}-${revision.number}-rejected.csv`, rejects_csv(asked.data ?? []));
  return (
    <Panel
      id="rejects"
      title={<Trans>Rejected lines: {whole(count)}</Trans>}
      actions={
        <button type="button" className="button" disabled={!asked.data} onClick={save}>
          <Icon name="fetch" />
          <Trans>Save as CSV</Trans>
        </button>
      }
    >
      <Asked of={asked}>
        {(rejects) => (
          <>
            {rejects.length < count && (
              <p className={page.muted}>
                <Trans>The first {whole(rejects.length)} are kept.</Trans>
              </p>
            )}
            <PlainTable
              label={t`Rejected lines`}
              head={
                <>
                  <th scope="col" className={table.right}>
                    <Trans>Line</Trans>
                  </th>
                  <th scope="col">
                    <Trans>Why</Trans>
                  </th>
                  <th scope="col">
                    <Trans>As it stands in the file</Trans>
                  </th>
                </>
              }
            >
              {rejects.map(({ line, raw, error }) => (
                <tr key={line}>
                  <td className={table.number}>{whole(line)}</td>
                  <td lang="en">{error}</td>
                  <td className={styles.raw}>{raw}</td>
                </tr>
              ))}
            </PlainTable>
          </>
        )}
      </Asked>
    </Panel>
  );
}
