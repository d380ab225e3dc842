import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { Statistics, VerdictSums } from '../../api/generated';
import { whole } from '../../text/format';
import { Nothing } from '../page/page';
import { PlainTable } from '../page/table';
import table from '../page/table.module.css';
import { ShareTold } from './numbers';
import styles from './statistics.module.css';

type Line = VerdictSums & { key: string; name: ReactNode; under?: ReactNode; hits?: number };

export function WorstLists({ lists }: { lists: Statistics['lists'] }) {
  const { t } = useLingui();
  const lines = lists.map((row) => ({
    ...row,
    key: row.list.id,
    name: row.list.title ?? row.list.name ?? <Trans>A list that is gone</Trans>,
  }));
  return <Worst label={t`False alarms by list`} what={<Trans>List</Trans>} lines={lines} />;
}

export function WorstCameras({ cameras }: { cameras: Statistics['cameras'] }) {
  const { t } = useLingui();
  const lines = cameras.map((row) => ({
    ...row,
    key: row.camera.id,
    name: row.camera.name,
    under: `${row.camera.site.name} · ${row.camera.zone.name}`,
  }));
  return <Worst label={t`False alarms by camera`} what={<Trans>Camera</Trans>} lines={lines} />;
}

export function WorstPairs({ pairs }: { pairs: Statistics['pairs'] }) {
  const { t } = useLingui();
  const lines = pairs.map((row) => ({
    ...row,
    key: `${row.listed ?? ''}>${row.read ?? ''}`,
    name: <PairName listed={row.listed} read={row.read} />,
  }));
  return (
    <Worst
      label={t`False alarms by look-alike`}
      what={<Trans>Listed, and read</Trans>}
      lines={lines}
    />
  );
}

function PairName({ listed, read }: { listed: string | undefined; read: string | undefined }) {
  if (listed === undefined) {
    return (
      <Trans>
        <Glyph>{read}</Glyph> read too many
      </Trans>
    );
  }
  if (read === undefined) {
    return (
      <Trans>
        <Glyph>{listed}</Glyph> not read
      </Trans>
    );
  }
  return (
    <Trans>
      <Glyph>{listed}</Glyph> read as <Glyph>{read}</Glyph>
    </Trans>
  );
}

function Glyph({ children }: { children?: ReactNode }) {
  return <kbd className={styles.glyph}>{children}</kbd>;
}

// The worst first, as the server sorts them.
function Worst({ label, what, lines }: { label: string; what: ReactNode; lines: readonly Line[] }) {
  if (lines.length === 0) return <Nothing title={<Trans>Nothing in this period</Trans>} />;
  const has_hits = lines.some(({ hits }) => hits !== undefined);
  return (
    <div className={styles.worst}>
      <PlainTable label={label} head={<Heads what={what} has_hits={has_hits} />}>
        {lines.map((line) => (
          <tr key={line.key}>
            <td colSpan={has_hits ? 1 : 2}>
              {line.name}
              {line.under && <div className={table.second}>{line.under}</div>}
            </td>
            {has_hits && <td className={table.number}>{whole(line.hits ?? 0)}</td>}
            <td>
              <ShareTold share={line.false_alarms} tone="bad" />
            </td>
            <td className={table.number}>{whole(line.misread)}</td>
          </tr>
        ))}
      </PlainTable>
    </div>
  );
}

function Heads({ what, has_hits }: { what: ReactNode; has_hits: boolean }) {
  return (
    <>
      <th scope="col" colSpan={has_hits ? 1 : 2} className={has_hits ? styles.named : styles.alone}>
        {what}
      </th>
      {has_hits && (
        <th scope="col" className={`${table.right} ${styles.counted}`}>
          <Trans>Hits</Trans>
        </th>
      )}
      <th scope="col">
        <Trans>False alarms, of the judged</Trans>
      </th>
      <th scope="col" className={`${table.right} ${styles.counted}`}>
        <Trans>Misread</Trans>
      </th>
    </>
  );
}
