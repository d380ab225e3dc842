import { Trans } from '@lingui/react/macro';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { answered } from '../../api/failure';
import { cancelRevision, type List, type Revision } from '../../api/generated';
import { revision_query, revisions_query } from '../../api/list_queries';
import { ImportProgress } from '../../parts/lists/import_progress';
import { Asked, More } from '../../parts/page/asked';
import { Fact, Nothing, Panel } from '../../parts/page/page';
import page from '../../parts/page/page.module.css';
import { HeldDecision } from '../../parts/revisions/held_decision';
import { Report } from '../../parts/revisions/report';
import { ModeWord, OriginWord, RevisionState } from '../../parts/revisions/revision_state';
import { RevisionTable } from '../../parts/revisions/revision_table';
import { full_time, span } from '../../text/format';
import { ListFrame } from './list_frame';

export function RevisionsPage({ name }: { name: string }) {
  return <ListFrame name={name}>{() => <Revisions name={name} />}</ListFrame>;
}

function Revisions({ name }: { name: string }) {
  const asked = useInfiniteQuery(revisions_query(name));
  return (
    <>
      <Asked of={asked}>
        {({ pages }) => {
          const all = pages.flat();
          return all.length === 0 ? (
            <Nothing title={<Trans>No revision yet</Trans>}>
              <Trans>Each file and each entry put on by hand leaves one here.</Trans>
            </Nothing>
          ) : (
            <RevisionTable list={name} revisions={all} />
          );
        }}
      </Asked>
      <More of={asked} />
    </>
  );
}

export function RevisionPage({ name, number }: { name: string; number: number }) {
  return (
    <ListFrame name={name}>
      {(list, may_keep) => <OneRevision list={list} number={number} may_keep={may_keep} />}
    </ListFrame>
  );
}

type OneProps = { list: List; number: number; may_keep: boolean };

function OneRevision({ list, number, may_keep }: OneProps) {
  const path = { name: list.name, number };
  const asked = useQuery(revision_query(list.name, number));
  return (
    <Asked of={asked}>
      {(revision) => (
        <>
          <Head list={list} revision={revision} />
          {revision.state === 'held' && (
            <HeldDecision list={list} revision={revision} may_decide={may_keep} />
          )}
          {revision.state === 'running' && (
            <Panel id="progress" title={revision.file_name || <Trans>Being read</Trans>}>
              <ImportProgress
                stage="reading"
                share={revision.bytes ? (revision.bytes_done ?? 0) / revision.bytes : 0}
                onCancel={() => void answered(cancelRevision({ path })).then(() => asked.refetch())}
              />
            </Panel>
          )}
          {revision.state !== 'running' && <Report list={list.name} revision={revision} />}
        </>
      )}
    </Asked>
  );
}

function Head({ list, revision }: { list: List; revision: Revision }) {
  const { number, started_at, ended_at, file_name, file_sha256, note } = revision;
  const lasted = ended_at ? span(Date.parse(ended_at) - Date.parse(started_at)) : '–';
  return (
    <Panel
      id="revision"
      title={<Trans>Revision {number}</Trans>}
      actions={
        <>
          <RevisionState state={revision.state} />
          <Link to="/lists/$name/revisions" params={{ name: list.name }} className="button">
            <Trans>All revisions</Trans>
          </Link>
        </>
      }
    >
      <dl className={page.facts}>
        <Fact name={<Trans>Begun</Trans>}>{full_time(started_at)}</Fact>
        <Fact name={<Trans>Took</Trans>}>{lasted}</Fact>
        <Fact name={<Trans>Origin</Trans>}>
          <OriginWord origin={revision.origin} />
        </Fact>
        <Fact name={<Trans>What the file is</Trans>}>
          <ModeWord mode={revision.mode} />
        </Fact>
        {file_name && <Fact name={<Trans>File</Trans>}>{file_name}</Fact>}
        {revision.source_revision && (
          <Fact name={<Trans>Revision of the source</Trans>}>{revision.source_revision}</Fact>
        )}
        {file_sha256 && (
          <Fact name="SHA-256">
            <span className={page.code}>{file_sha256}</span>
          </Fact>
        )}
      </dl>
      {note && revision.state !== 'held' && <p lang="en">{note}</p>}
    </Panel>
  );
}
