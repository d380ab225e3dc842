import { Trans } from '@lingui/react/macro';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { answered } from '../../api/failure';
import { type List, resumeList, suspendList, syncList } from '../../api/generated';
import { list_changed } from '../../api/list_queries';
import { ActFailure, useAct } from '../page/act';
import { Confirm } from '../page/confirm';
import { Icon } from '../signs/icon';

// What can be done to a list as a whole.
export function ListActs({ list }: { list: List }) {
  return (
    <>
      {list.source && <Sync list={list} />}
      {list.suspended ? <Resume list={list} /> : <Suspend list={list} />}
    </>
  );
}

function Suspend({ list }: { list: List }) {
  const path = { name: list.name };
  return (
    <Confirm
      button={
        <>
          <Icon name="halt" />
          <Trans>Suspend</Trans>
        </>
      }
      title={<Trans>Suspend this list</Trans>}
      verb={<Trans>Suspend</Trans>}
      because={<Trans>Why? Every desk reads this.</Trans>}
      act={async (because) => {
        await answered(suspendList({ path, body: { because } }));
        list_changed(list.name);
      }}
    >
      <p>
        <Trans>
          Its entries raise no hits in any zone until somebody resumes it. Nothing is deleted, and
          every desk sees that it is suspended.
        </Trans>
      </p>
    </Confirm>
  );
}

function Resume({ list }: { list: List }) {
  return (
    <Confirm
      button={
        <>
          <Icon name="play" />
          <Trans>Resume</Trans>
        </>
      }
      title={<Trans>Resume this list</Trans>}
      verb={<Trans>Resume</Trans>}
      act={async () => {
        await answered(resumeList({ path: { name: list.name } }));
        list_changed(list.name);
      }}
    >
      <p>
        <Trans>
          A suspension by a person ends. While its source is too old or no unit answers for it, it
          stays suspended all the same.
        </Trans>
      </p>
    </Confirm>
  );
}

function Sync({ list }: { list: List }) {
  const act = useAct();
  const navigate = useNavigate();
  const [is_same, set_same] = useState(false);
  const sync = () =>
    act.run(async () => {
      set_same(false);
      const report = await answered(syncList({ path: { name: list.name } }));
      list_changed(list.name);
      if (!report.revision) set_same(true);
      else {
        const number = String(report.revision.number);
        await navigate({
          to: '/lists/$name/revisions/$number',
          params: { name: list.name, number },
        });
      }
    });
  return (
    <>
      <button type="button" className="button" disabled={act.is_busy} onClick={() => void sync()}>
        <Icon name="fetch" />
        {act.is_busy ? <Trans>Fetching…</Trans> : <Trans>Fetch now</Trans>}
      </button>
      {is_same && (
        <p role="status">
          <Trans>The source says that nothing changed.</Trans>
        </p>
      )}
      <ActFailure of={act} />
    </>
  );
}
