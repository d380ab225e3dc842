import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { Read, ZoneAnswer } from '../../api/generated';
import { clock_time, full_time, short_date, whole } from '../../text/format';
import { HoldReads } from '../holds/hold_reads';
import { Nothing } from '../page/page';
import page from '../page/page.module.css';
import { PlainTable } from '../page/table';
import table from '../page/table.module.css';
import { Plate } from '../signs/plate';
import { ReadPictures } from './read_pictures';
import styles from './search.module.css';

export type Found = {
  reads: Read[];
  zones: ZoneAnswer[];
  numbers: number[];
  has_more: boolean;
  purpose: string; // an id: what is opened names it
};

// What was found, what was not looked at and why, and where it is written down.
export function SearchResults({ found }: { found: Found }) {
  const { reads, zones, numbers } = found;
  const count = reads.length;
  const number = whole(numbers.at(-1) ?? 0);
  return (
    <>
      <p role="status">
        <strong>
          <Plural value={count} _0="Nothing found" one="# read" other="# reads" />
          {found.has_more && <Trans>, and more</Trans>}
        </strong>{' '}
        <span className={page.muted}>
          <Trans>Recorded in the ledger as number {number}</Trans>
        </span>
      </p>
      <NotSearched zones={zones} />
      {reads.length === 0 ? (
        <Nothing title={<Trans>No read answers this question</Trans>} />
      ) : (
        <>
          <ReadTable reads={reads} />
          <HoldReads purpose={found.purpose} reads={reads} />
        </>
      )}
    </>
  );
}

// The words of the law are those of the server, and in English.
function NotSearched({ zones }: { zones: ZoneAnswer[] }) {
  const closed = zones.filter((zone) => !zone.permitted);
  const count = closed.length;
  if (count === 0) return null;
  return (
    <details>
      <summary>
        <Plural value={count} one="# zone was not searched" other="# zones were not searched" />
      </summary>
      <ul className={styles.zones}>
        {closed.map((zone) => (
          <li key={zone.zone}>
            <strong>{zone.zone}</strong> <span lang="en">{zone.text}</span>{' '}
            <span className={page.muted}>{zone.rules.join(', ')}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}

export function ReadTable({ reads }: { reads: Read[] }) {
  const { t } = useLingui();
  return (
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
          <th scope="col">
            <Trans>Picture</Trans>
          </th>
        </>
      }
    >
      {reads.map((read) => (
        <ReadRow key={read.id} read={read} />
      ))}
    </PlainTable>
  );
}

function ReadRow({ read }: { read: Read }) {
  const { site } = read.camera;
  return (
    <tr>
      <td>
        <Plate plate={read.plate} country={read.country} />
      </td>
      <td>
        <time dateTime={read.captured_at} title={full_time(read.captured_at)}>
          {short_date(read.captured_at)} {clock_time(read.captured_at)}
        </time>
      </td>
      <td>
        {site.road} · {site.municipality || site.name}
        <div className={table.second}>
          {read.camera.name}, {read.camera.zone.name}
        </div>
      </td>
      <td>
        <ReadPictures read={read} />
      </td>
    </tr>
  );
}
