import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { List, ListPreview } from '../../api/generated';
import { list_preview_query } from '../../api/list_queries';
import { decimal, whole } from '../../text/format';
import { Asked } from '../page/asked';
import { Panel } from '../page/page';
import page from '../page/page.module.css';
import { LinkTable } from '../page/table';
import table from '../page/table.module.css';
import { Plate } from '../signs/plate';

// How many false hits a whole list has to expect, and which entries bring them.
export function Expectation({ list }: { list: List }) {
  const [is_asked, set_asked] = useState(false);
  const preview = useQuery({ ...list_preview_query(list.name), enabled: is_asked });
  return (
    <Panel
      id="expectation"
      title={<Trans>False hits to expect</Trans>}
      actions={
        !is_asked && (
          <button type="button" className="button" onClick={() => set_asked(true)}>
            <Trans>Reckon</Trans>
          </button>
        )
      }
    >
      {is_asked ? (
        <Asked of={preview}>{(data) => <Expected list={list} preview={data} />}</Asked>
      ) : (
        <p className={page.muted}>
          <Trans>Of all its entries together, at the traffic of the last days.</Trans>
        </p>
      )}
    </Panel>
  );
}

function Expected({ list, preview }: { list: List; preview: ListPreview }) {
  const { t } = useLingui();
  const a_day = decimal(preview.false_hits_per_day);
  const reads = whole(Math.round(preview.reads_per_day));
  return (
    <>
      <p className={page.number}>
        <strong>
          <Trans>{a_day} a day</Trans>
        </strong>{' '}
        <Trans>at {reads} reads a day,</Trans>{' '}
        <Plural value={preview.entries} one="from # entry" other="from # entries" />
      </p>
      {preview.worst.length > 0 && (
        <LinkTable
          label={t`Entries that bring the most`}
          is_panelled
          head={
            <>
              <th scope="col">
                <Trans>Entries that bring the most</Trans>
              </th>
              <th scope="col" className={table.right}>
                <Trans>False hits a day</Trans>
              </th>
            </>
          }
        >
          {preview.worst.map(({ entry, plate, false_hits_per_day }) => (
            <tr key={entry}>
              <td>
                <Link
                  to="/lists/$name/entries/$entry"
                  params={{ name: list.name, entry }}
                  className={table.link}
                  data-row-link={entry}
                >
                  <Plate plate={plate} country={undefined} bare />
                </Link>
              </td>
              <td className={table.number}>{decimal(false_hits_per_day)}</td>
            </tr>
          ))}
        </LinkTable>
      )}
    </>
  );
}
