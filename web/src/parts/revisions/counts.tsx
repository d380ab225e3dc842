import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { RevisionCounts } from '../../api/generated';
import { whole } from '../../text/format';
import styles from './counts.module.css';

const MAIN = ['added', 'changed', 'removed', 'unchanged', 'rejected'] as const;

function useNames() {
  const { t } = useLingui();
  return {
    added: t`added`,
    changed: t`changed`,
    removed: t`removed`,
    unchanged: t`unchanged`,
    rejected: t`rejected`,
  };
}

// What a revision did, in one line of a table.
export function BriefCounts({ counts }: { counts: RevisionCounts }) {
  const names = useNames();
  const some = MAIN.filter((kind) => kind !== 'unchanged' && counts[kind] > 0);
  return (
    <div className={styles.brief}>
      {some.length === 0 && <Trans>nothing changed</Trans>}
      {some.map((kind) => (
        <span key={kind} data-kind={kind}>
          {whole(counts[kind])} {names[kind]}
        </span>
      ))}
    </div>
  );
}

// The same with every number, the large ones large.
export function CountTiles({ counts }: { counts: RevisionCounts }) {
  const names = useNames();
  return (
    <>
      <dl className={styles.tiles}>
        {MAIN.map((kind) => (
          <div key={kind} className={styles.tile} data-kind={kind} data-some={counts[kind] > 0}>
            <dt>{names[kind]}</dt>
            <dd>{whole(counts[kind])}</dd>
          </div>
        ))}
      </dl>
      <OtherCounts counts={counts} />
    </>
  );
}

function OtherCounts({ counts }: { counts: RevisionCounts }) {
  const { lines, skipped, repeated, contradicting, standard_ends, kept_out } = counts;
  return (
    <ul className={styles.rest}>
      <li>
        <Plural value={lines} one="# line read" other="# lines read" />
      </li>
      {repeated > 0 && (
        <li>
          <Plural value={repeated} one="# plate again" other="# plates again" />
          {contradicting > 0 && (
            <>
              , <Plural value={contradicting} one="# contradicting" other="# contradicting" />
            </>
          )}
          : <Trans>the later line counts</Trans>
        </li>
      )}
      {skipped > 0 && (
        <li>
          <Plural value={skipped} one="# skipped by the profile" other="# skipped by the profile" />
        </li>
      )}
      {standard_ends > 0 && (
        <li>
          <Plural
            value={standard_ends}
            one="# got the standard end of the list"
            other="# got the standard end of the list"
          />
        </li>
      )}
      {kept_out > 0 && (
        <li>
          <Plural
            value={kept_out}
            one="# kept off: marked wrong before"
            other="# kept off: marked wrong before"
          />
        </li>
      )}
    </ul>
  );
}
