import { Trans, useLingui } from '@lingui/react/macro';
import type { AcceptedRead } from '../../api/generated';
import { percent } from '../../text/format';
import { KindName } from '../signs/kind';
import { Barred } from '../page/signs';
import { PlainTable } from '../page/table';
import table from '../page/table.module.css';
import { glyphs_of } from './accepted';
import styles from './entries.module.css';

type Props = { accepted: readonly AcceptedRead[]; plate: string };

// The reads an entry would take, the likeliest first, with what differs marked.
export function AcceptedTable({ accepted, plate }: Props) {
  const { t } = useLingui();
  return (
    <PlainTable
      label={t`Reads it would accept`}
      head={
        <>
          <th scope="col">
            <Trans>Read</Trans>
          </th>
          <th scope="col">
            <Trans>Is the listed vehicle</Trans>
          </th>
          <th scope="col" className={table.right}>
            <Trans>Share of passages</Trans>
          </th>
        </>
      }
    >
      {accepted.map(({ read, kind, probability, share }) => (
        <tr key={read}>
          <td>
            <MarkedRead read={read} plate={plate} />
            <div className={table.second}>
              <KindName kind={kind} />
            </div>
          </td>
          <td className={styles.share}>
            <Barred share={probability} tone="accent">
              {percent(probability)}
            </Barred>
          </td>
          <td className={table.number}>{percent(share)}</td>
        </tr>
      ))}
    </PlainTable>
  );
}

function MarkedRead({ read, plate }: { read: string; plate: string }) {
  const spelled = [...read].join(' ');
  return (
    <span className={styles.read}>
      {glyphs_of(read, plate).map(({ place, text, differs, is_gap }) => (
        <span
          key={place}
          className={styles.glyph}
          data-differs={differs}
          data-gap={is_gap}
          aria-hidden="true"
        >
          {is_gap ? '\u00a0' : text}
        </span>
      ))}
      <span className="unseen">{spelled}</span>
    </span>
  );
}
