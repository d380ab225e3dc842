import { Trans, useLingui } from '@lingui/react/macro';
import { useInfiniteQuery } from '@tanstack/react-query';
import { type ReactNode, useMemo, useState } from 'react';
import type { Entry, Revision } from '../../api/generated';
import { changes_query } from '../../api/list_queries';
import { whole } from '../../text/format';
import { More } from '../page/asked';
import { Nothing, Panel } from '../page/page';
import page from '../page/page.module.css';
import { PlainTable } from '../page/table';
import table from '../page/table.module.css';
import { Refusal } from '../shell/refusal';
import { Plate } from '../signs/plate';
import { type Diff, diff_of } from './diff_pairs';
import { FieldChanges } from './field_changes';
import { HowEnded } from './how_ended';
import styles from './revisions.module.css';

type Part = 'added' | 'changed' | 'removed';
const SIGNS: Readonly<Record<Part, string>> = { added: '+', changed: '~', removed: '−' };

// Line by line what a revision did, or would do.
export function DiffPanel({ list, revision }: { list: string; revision: Revision }) {
  const { counts } = revision;
  const written = useInfiniteQuery(changes_query(list, revision.number, 'written'));
  const ended = useInfiniteQuery(changes_query(list, revision.number, 'ended'));
  const diff = useMemo(
    () => diff_of(written.data?.pages.flat() ?? [], ended.data?.pages.flat() ?? []),
    [written.data, ended.data],
  );
  const first = (['added', 'changed', 'removed'] as const).find((kind) => counts[kind] > 0);
  const [chosen, set_chosen] = useState<Part | null>(null);
  const part = chosen ?? (revision.state === 'held' ? 'removed' : (first ?? 'added'));
  const asked = part === 'removed' ? ended : written;
  const failed = written.isError ? written : ended;
  return (
    <Panel
      id="changes"
      title={<Trans>Line by line</Trans>}
      actions={<Parts counts={counts} part={part} onChoose={set_chosen} />}
    >
      {failed.isError && <Refusal error={failed.error} onRetry={() => void failed.refetch()} />}
      <Lines part={part} diff={diff} count={counts[part]} is_pending={asked.isPending} />
      <More of={asked} />
    </Panel>
  );
}

type PartsProps = {
  counts: Revision['counts'];
  part: Part;
  onChoose: (part: Part) => void;
};

function Parts({ counts, part, onChoose }: PartsProps) {
  const { t } = useLingui();
  const names = { added: t`added`, changed: t`changed`, removed: t`removed` };
  return (
    <div className={styles.parts} role="group" aria-label={t`Line by line`}>
      {(['added', 'changed', 'removed'] as const).map((kind) => (
        <button
          key={kind}
          type="button"
          className="button"
          aria-pressed={kind === part}
          onClick={() => onChoose(kind)}
        >
          {whole(counts[kind])} {names[kind]}
        </button>
      ))}
    </div>
  );
}

type LinesProps = { part: Part; diff: Diff; count: number; is_pending: boolean };

function Lines({ part, diff, count, is_pending }: LinesProps) {
  const { t } = useLingui();
  const shown = diff[part].length;
  if (is_pending) return null;
  if (count === 0) return <Nothing title={<Trans>No such line</Trans>} />;
  if (shown === 0) {
    return (
      <Nothing title={<Trans>The lines are not kept</Trans>}>
        <Trans>Only their number is known.</Trans>
      </Nothing>
    );
  }
  return (
    <PlainTable
      label={t`Line by line`}
      head={
        <>
          <th aria-hidden="true" />
          <th scope="col">
            <Trans>Plate</Trans>
          </th>
          <th scope="col">
            {part === 'changed' ? <Trans>What changed</Trans> : <Trans>Reason</Trans>}
          </th>
        </>
      }
    >
      <PartLines part={part} diff={diff} />
    </PlainTable>
  );
}

function PartLines({ part, diff }: { part: Part; diff: Diff }) {
  if (part === 'added') {
    return diff.added.map((entry) => <Line key={entry.id} part={part} entry={entry} />);
  }
  if (part === 'changed') {
    return diff.changed.map(({ now, before }) => (
      <Line key={now.id} part={part} entry={now}>
        <FieldChanges before={before} now={now} />
      </Line>
    ));
  }
  return diff.removed.map(({ entry, how }) => (
    <Line key={entry.id} part={part} entry={entry}>
      {entry.reason}
      <div className={table.second}>
        <HowEnded how={how} />
      </div>
    </Line>
  ));
}

type LineProps = { part: Part; entry: Entry; children?: ReactNode };

function Line({ part, entry, children }: LineProps) {
  return (
    <tr>
      <td className={styles.sign} data-kind={part} aria-hidden="true">
        {SIGNS[part]}
      </td>
      <td>
        <Plate plate={entry.plate} country={entry.country} />
      </td>
      <td>{children ?? (entry.reason || <span className={page.muted}>–</span>)}</td>
    </tr>
  );
}
