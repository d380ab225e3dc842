import { Trans } from '@lingui/react/macro';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Entry, List } from '../../api/generated';
import { entries_query, entry_query, wrong_query } from '../../api/list_queries';
import { asked_plate, is_pattern } from '../../parts/entries/accepted';
import { EntryActs } from '../../parts/entries/entry_acts';
import { EntryFacts, Procedure } from '../../parts/entries/entry_facts';
import { EntryForm } from '../../parts/entries/entry_form';
import { EntryPast } from '../../parts/entries/entry_past';
import { EntryTable } from '../../parts/entries/entry_table';
import { LookBack } from '../../parts/entries/look_back';
import { Preview } from '../../parts/entries/preview';
import { WrongTable } from '../../parts/entries/wrong_table';
import { ImportFlow } from '../../parts/lists/import_flow';
import { Asked, More } from '../../parts/page/asked';
import { Nothing, Panel } from '../../parts/page/page';
import page from '../../parts/page/page.module.css';
import { Icon } from '../../parts/signs/icon';
import { Plate } from '../../parts/signs/plate';
import { Priority } from '../../parts/signs/priority';
import { ListFrame } from './list_frame';

export function EntriesPage({ name }: { name: string }) {
  return (
    <ListFrame name={name}>
      {(_, may_keep) => <Entries name={name} may_keep={may_keep} />}
    </ListFrame>
  );
}

function Entries({ name, may_keep }: { name: string; may_keep: boolean }) {
  const asked = useInfiniteQuery(entries_query(name));
  return (
    <>
      {may_keep && (
        <div className={page.actions}>
          <Link to="/lists/$name/entries/new" params={{ name }} className="button" data-kind="main">
            <Icon name="add" />
            <Trans>New entry</Trans>
          </Link>
        </div>
      )}
      <Asked of={asked}>
        {({ pages }) => {
          const all = pages.flat();
          return all.length === 0 ? (
            <Nothing title={<Trans>No entries</Trans>}>
              <Trans>This list looks for nobody. Send in a file or put an entry on by hand.</Trans>
            </Nothing>
          ) : (
            <EntryTable list={name} entries={all} />
          );
        }}
      </Asked>
      <More of={asked} />
    </>
  );
}

export function EntryPage({ name, id }: { name: string; id: string }) {
  return (
    <ListFrame name={name}>
      {(_, may_keep) => <OneEntry name={name} id={id} may_keep={may_keep} />}
    </ListFrame>
  );
}

function OneEntry({ name, id, may_keep }: { name: string; id: string; may_keep: boolean }) {
  const asked = useQuery(entry_query(name, id));
  return (
    <Asked of={asked}>
      {(entry) => (
        <div className={page.columns}>
          <div className={page.stack}>
            <Card name={name} entry={entry} may_keep={may_keep} />
            {may_keep && <LookBack entry={entry} />}
          </div>
          <div className={page.stack}>
            <Panel id="preview" title={<Trans>What it finds</Trans>}>
              <Preview list={name} plate={entry.plate} country={entry.country ?? ''} />
            </Panel>
            <Panel id="past" title={<Trans>What it was before</Trans>}>
              <EntryPast list={name} entry={entry} />
            </Panel>
          </div>
        </div>
      )}
    </Asked>
  );
}

function Card({ name, entry, may_keep }: { name: string; entry: Entry; may_keep: boolean }) {
  return (
    <Panel
      id="entry"
      title={
        <span className={page.name}>
          <Priority priority={entry.priority} unverified={false} />
          <Plate plate={entry.plate} country={entry.country} size="card" />
          {is_pattern(entry.plate) && (
            <span className={page.muted}>
              <Trans>partial plate</Trans>
            </span>
          )}
        </span>
      }
      actions={may_keep && <EntryActs list={name} entry={entry} />}
    >
      <EntryFacts entry={entry} />
      <h3>
        <Trans>What to do when it is seen</Trans>
      </h3>
      <Procedure texts={entry.procedure} />
    </Panel>
  );
}

export function NewEntryPage({ name }: { name: string }) {
  return <ListFrame name={name}>{(list) => <NewEntry list={list} />}</ListFrame>;
}

function NewEntry({ list }: { list: List }) {
  const [wish, set_wish] = useState({ plate: '', country: 'BE' });
  return (
    <div className={page.columns}>
      <Panel id="entry" title={<Trans>New entry</Trans>}>
        <EntryForm list={list} wish={wish} onWish={set_wish} />
      </Panel>
      <Panel id="preview" title={<Trans>What it would find</Trans>}>
        <Preview list={list.name} plate={asked_plate(wish.plate)} country={wish.country} />
      </Panel>
    </div>
  );
}

export function WrongPage({ name }: { name: string }) {
  return (
    <ListFrame name={name}>{(_, may_keep) => <Wrong name={name} may_keep={may_keep} />}</ListFrame>
  );
}

function Wrong({ name, may_keep }: { name: string; may_keep: boolean }) {
  const asked = useQuery(wrong_query(name));
  return (
    <Panel id="wrong" title={<Trans>Plates kept off this list</Trans>}>
      <Asked of={asked}>
        {(wrong) =>
          wrong.length === 0 ? (
            <Nothing title={<Trans>Nothing is marked wrong</Trans>} />
          ) : (
            <WrongTable list={name} wrong={wrong} may_keep={may_keep} />
          )
        }
      </Asked>
    </Panel>
  );
}

export function ImportPage({ name }: { name: string }) {
  return <ListFrame name={name}>{(list) => <ImportFlow list={list} />}</ListFrame>;
}
