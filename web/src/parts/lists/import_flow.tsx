import { Trans } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { answered } from '../../api/failure';
import { cancelRevision, type List, type Revision } from '../../api/generated';
import { list_changed, revision_query } from '../../api/list_queries';
import { Cancelled, type ImportWish, type Upload, upload } from '../../api/upload';
import { Panel } from '../page/page';
import form from '../page/form.module.css';
import { Report } from '../revisions/report';
import { Refusal } from '../shell/refusal';
import { Icon } from '../signs/icon';
import { ImportForm } from './import_form';
import { ImportProgress } from './import_progress';

type Stage =
  | { kind: 'asked' }
  | { kind: 'sending'; share: number }
  | { kind: 'begun'; number: number }
  | { kind: 'failed'; error: unknown };

// From a file to entries: send it, see what it would do, then let it.
export function ImportFlow({ list }: { list: List }) {
  const [stage, set_stage] = useState<Stage>({ kind: 'asked' });
  const [wish, set_wish] = useState<ImportWish | null>(null);
  const under_way = useRef<Upload | null>(null);
  useEffect(() => () => under_way.current?.cancel(), []);
  const again = () => set_stage({ kind: 'asked' });
  const start = async (wanted: ImportWish) => {
    set_wish(wanted);
    set_stage({ kind: 'sending', share: 0 });
    const sent = upload(wanted, (share) => set_stage({ kind: 'sending', share }));
    under_way.current = sent;
    try {
      set_stage({ kind: 'begun', number: (await sent.done).number });
      list_changed(list.name);
    } catch (error) {
      set_stage(error instanceof Cancelled ? { kind: 'asked' } : { kind: 'failed', error });
    }
  };
  if (stage.kind === 'asked') {
    return (
      <Panel id="import" title={<Trans>Send in a file</Trans>}>
        <ImportForm list={list} onStart={(wanted) => void start(wanted)} />
      </Panel>
    );
  }
  if (stage.kind === 'sending') {
    return (
      <Panel id="import" title={wish?.file.name}>
        <ImportProgress
          stage="sending"
          share={stage.share}
          onCancel={() => under_way.current?.cancel()}
        />
      </Panel>
    );
  }
  if (stage.kind === 'failed') {
    return <Refusal error={stage.error} onRetry={again} />;
  }
  return (
    <Begun
      list={list}
      number={stage.number}
      file_name={wish?.file.name ?? ''}
      onApply={() => wish && void start({ ...wish, dry_run: false })}
      onAgain={again}
    />
  );
}

type BegunProps = {
  list: List;
  number: number;
  file_name: string;
  onApply: () => void;
  onAgain: () => void;
};

function Begun({ list, number, file_name, onApply, onAgain }: BegunProps) {
  const path = { name: list.name, number };
  const asked = useQuery(revision_query(list.name, number));
  const revision = asked.data;
  const is_over = revision !== undefined && revision.state !== 'running';
  useEffect(() => {
    if (is_over) list_changed(list.name);
  }, [is_over, list.name]);
  if (asked.isError) return <Refusal error={asked.error} onRetry={() => void asked.refetch()} />;
  if (!revision || revision.state === 'running') {
    const share = revision?.bytes ? (revision.bytes_done ?? 0) / revision.bytes : 0;
    return (
      <Panel id="import" title={file_name}>
        <ImportProgress
          stage="reading"
          share={share}
          onCancel={() => void answered(cancelRevision({ path })).then(() => asked.refetch())}
        />
      </Panel>
    );
  }
  return (
    <>
      <Panel
        id="import"
        title={<Outcome revision={revision} file_name={file_name} />}
        actions={
          <button type="button" className="button" onClick={onAgain}>
            <Trans>Another file</Trans>
          </button>
        }
      >
        <Next list={list} revision={revision} onApply={onApply} />
      </Panel>
      <Report list={list.name} revision={revision} />
    </>
  );
}

function Outcome({ revision, file_name }: { revision: Revision; file_name: string }) {
  if (revision.state === 'previewed') return <Trans>{file_name}: what it would do</Trans>;
  if (revision.state === 'applied') return <Trans>{file_name}: done</Trans>;
  if (revision.state === 'held') return <Trans>{file_name}: held, it asks for a decision</Trans>;
  return <Trans>{file_name}: not applied as a whole</Trans>;
}

type NextProps = { list: List; revision: Revision; onApply: () => void };

function Next({ list, revision, onApply }: NextProps) {
  if (revision.state === 'previewed') {
    return (
      <>
        <p>
          <Trans>Nothing has been changed yet. Look at the lines below first.</Trans>
        </p>
        <div className={form.buttons}>
          <button type="button" className="button" data-kind="main" onClick={onApply}>
            <Icon name="check" />
            <Trans>Apply it to the list</Trans>
          </button>
        </div>
      </>
    );
  }
  return (
    <>
      {revision.note && <p lang="en">{revision.note}</p>}
      <p>
        <Link
          className="button"
          to="/lists/$name/revisions/$number"
          params={{ name: list.name, number: String(revision.number) }}
        >
          {revision.state === 'held' ? (
            <Trans>Look and decide</Trans>
          ) : (
            <Trans>Open revision {revision.number}</Trans>
          )}
        </Link>
      </p>
    </>
  );
}
