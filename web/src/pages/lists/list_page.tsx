import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import type { List } from '../../api/generated';
import { Expectation } from '../../parts/lists/expectation';
import { FetchTrouble, Freshness } from '../../parts/lists/freshness';
import { HeldLists } from '../../parts/lists/held_lists';
import { ListFacts, SourceFacts } from '../../parts/lists/list_facts';
import { ListForm } from '../../parts/lists/list_form';
import lists from '../../parts/lists/lists.module.css';
import { Noise } from '../../parts/lists/noise';
import { Panel } from '../../parts/page/page';
import page from '../../parts/page/page.module.css';
import { LastRevision } from '../../parts/revisions/last_revision';
import { ListFrame } from './list_frame';

export function ListPage({ name }: { name: string }) {
  return (
    <ListFrame name={name}>
      {(list, may_keep) => (
        <>
          <HeldLists lists={[list]} />
          <div className={page.columns}>
            <Settings list={list} may_keep={may_keep} />
            <div className={page.stack}>
              <State list={list} />
              <Expectation list={list} />
            </div>
          </div>
        </>
      )}
    </ListFrame>
  );
}

function State({ list }: { list: List }) {
  return (
    <Panel id="state" title={<Trans>How it fares</Trans>}>
      <div className={lists.bars}>
        <div>
          <h3>
            <Trans>Freshness</Trans>
          </h3>
          <Freshness list={list} />
        </div>
        <div>
          <h3>
            <Trans>Rejected hits, 30 days</Trans>
          </h3>
          <Noise noise={list.noise} />
        </div>
        <div>
          <h3>
            <Trans>Last revision</Trans>
          </h3>
          <LastRevision revision={list.last_revision} />
        </div>
      </div>
      <FetchTrouble list={list} />
    </Panel>
  );
}

function Settings({ list, may_keep }: { list: List; may_keep: boolean }) {
  const [is_changing, set_changing] = useState(false);
  if (is_changing) {
    return (
      <Panel id="settings" title={<Trans>Change the settings</Trans>}>
        <ListForm list={list} onDone={() => set_changing(false)} />
      </Panel>
    );
  }
  return (
    <div className={page.stack}>
      <Panel
        id="settings"
        title={<Trans>Settings</Trans>}
        actions={
          may_keep ? (
            <button type="button" className="button" onClick={() => set_changing(true)}>
              <Trans>Change</Trans>
            </button>
          ) : (
            <span className={page.muted}>
              <Trans>Only a list manager changes them.</Trans>
            </span>
          )
        }
      >
        <ListFacts list={list} />
      </Panel>
      <Panel id="source" title={<Trans>Where it comes from</Trans>}>
        <SourceFacts list={list} />
      </Panel>
    </div>
  );
}
