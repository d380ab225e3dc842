import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { Read, ZoneAnswer } from '../../api/generated';
import { clock_time, full_time, short_date, whole } from '../../text/format';
import { Picture } from '../card/picture';
import { Nothing } from '../page/page';
import page from '../page/page.module.css';
import { PlainTable } from '../page/table';
import table from '../page/table.module.css';
import { Plate } from '../signs/plate';
import styles from './search.module.css';

export type Found = { reads: Read[]; zones: ZoneAnswer[]; numbers: number[]; has_more: boolean };

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
        <ReadTable reads={reads} />
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

function ReadTable({ reads }: { reads: Read[] }) {
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
        <ReadPicture read={read} />
      </td>
    </tr>
  );
}

// Opened one by one, because each opening is a use of its own.
function ReadPicture({ read }: { read: Read }) {
  const { t } = useLingui();
  const [is_open, set_open] = useState(false);
  const shown = read.pictures.find(({ role }) => role === 'plate') ?? read.pictures[0];
  if (!shown) return '–';
  const at = clock_time(read.captured_at);
  if (!is_open) {
    return (
      <button
        type="button"
        className="button"
        aria-label={t`Show the picture of ${at}`}
        onClick={() => set_open(true)}
      >
        <Trans>Show</Trans>
      </button>
    );
  }
  return (
    <div className={styles.picture}>
      <Picture url={shown.url} label={t`Plate as the camera saw it`} kind="crop" />
    </div>
  );
}
