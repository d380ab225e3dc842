import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { LookBackReport } from '../../api/generated';
import { clock_time, short_date, full_time } from '../../text/format';
import { Nothing } from '../page/page';
import page from '../page/page.module.css';
import { PlainTable } from '../page/table';
import table from '../page/table.module.css';
import { Plate } from '../signs/plate';

export function FoundReads({ report }: { report: LookBackReport }) {
  const { t } = useLingui();
  const { items, cut } = report;
  if (items.length === 0) {
    return (
      <Nothing title={<Trans>Not seen in these days</Trans>}>
        <Trans>No stored read matches this entry.</Trans>
      </Nothing>
    );
  }
  return (
    <>
      <p role="status">
        <strong>
          <Plural value={items.length} one="# read found" other="# reads found" />
        </strong>
        {cut && (
          <span className={page.caution}>
            {' '}
            <Trans>There are more; ask for fewer days.</Trans>
          </span>
        )}
      </p>
      <PlainTable
        label={t`Reads found`}
        head={
          <>
            <th scope="col">
              <Trans>Read</Trans>
            </th>
            <th scope="col">
              <Trans>Seen at</Trans>
            </th>
            <th scope="col">
              <Trans>Place</Trans>
            </th>
          </>
        }
      >
        {items.map((read) => (
          <tr key={read.id}>
            <td>
              <Plate plate={read.plate} country={read.country} />
            </td>
            <td>
              <time dateTime={read.captured_at} title={full_time(read.captured_at)}>
                {short_date(read.captured_at)} {clock_time(read.captured_at)}
              </time>
            </td>
            <td>
              {read.camera.site.road} · {read.camera.site.municipality || read.camera.site.name}
              <div className={table.second}>
                {read.camera.name}, {read.camera.zone.name}
              </div>
            </td>
          </tr>
        ))}
      </PlainTable>
    </>
  );
}
