import { Trans, useLingui } from '@lingui/react/macro';
import { percent } from '../../text/format';
import styles from './compare_strip.module.css';
import { type Cell, compare } from './compare';

type Props = {
  read: string;
  entry: string;
  read_country: string | undefined;
  entry_country: string | undefined;
  confidences: readonly number[] | undefined;
};

// What the camera read over what is listed, one cell per character, the country apart.
export function CompareStrip({ read, entry, read_country, entry_country, confidences }: Props) {
  const { t } = useLingui();
  const cells = compare(read, entry, confidences);
  return (
    <div className={styles.strip}>
      <table className={styles.table}>
        <caption className="unseen">{t`Read and listed plate, character by character`}</caption>
        <tbody>
          <tr>
            <th scope="row">
              <Trans>Read</Trans>
            </th>
            <td className={styles.country}>{read_country ?? '?'}</td>
            {cells.map((cell) => (
              <CharacterCell key={cell.place} cell={cell} of="read" />
            ))}
          </tr>
          <tr>
            <th scope="row">
              <Trans>Listed</Trans>
            </th>
            <td className={styles.country}>{entry_country ?? t`any`}</td>
            {cells.map((cell) => (
              <CharacterCell key={cell.place} cell={cell} of="entry" />
            ))}
          </tr>
        </tbody>
      </table>
      <Verdict cells={cells} />
    </div>
  );
}

function CharacterCell({ cell, of }: { cell: Cell; of: 'read' | 'entry' }) {
  const { t } = useLingui();
  const character = cell[of];
  const note = of === 'read' && cell.confidence !== null ? percent(cell.confidence) : undefined;
  return (
    <td
      className={styles.cell}
      data-likeness={cell.likeness}
      title={note && t`Camera is ${note} sure`}
    >
      {character === '' ? <span className="unseen">{t`nothing`}</span> : character}
      {note && cell.confidence !== null && cell.confidence < 0.9 && (
        <span className={styles.confidence}>{note}</span>
      )}
    </td>
  );
}

function Verdict({ cells }: { cells: readonly Cell[] }) {
  const differing = cells.filter(
    ({ likeness }) => likeness === 'look-alike' || likeness === 'different',
  );
  const confusable = cells.filter(({ likeness }) => likeness === 'confusable');
  const characters = [...new Set(confusable.map(({ read }) => read))].join(' ');
  if (differing.length > 0) {
    return (
      <p className={styles.verdict} data-kind="differs">
        <Trans>The read differs from the listed plate. Compare both with the picture.</Trans>
      </p>
    );
  }
  if (confusable.length > 0) {
    return (
      <p className={styles.verdict}>
        <Trans>Cameras easily confuse {characters}: check these in the picture.</Trans>
      </p>
    );
  }
  return (
    <p className={styles.verdict}>
      <Trans>Every character is the same.</Trans>
    </p>
  );
}
