import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { List } from '../../api/generated';
import { list_query } from '../../api/list_queries';
import { InForce } from '../../parts/lists/in_force';
import { ListActs } from '../../parts/lists/list_acts';
import { title_of } from '../../parts/lists/list_order';
import { useMayKeep } from '../../parts/lists/may_keep';
import { Asked } from '../../parts/page/asked';
import { BackTo, Page, PageHead } from '../../parts/page/page';
import page from '../../parts/page/page.module.css';
import { Priority } from '../../parts/signs/priority';
import { whole } from '../../text/format';

type Props = { name: string; children: (list: List, may_keep: boolean) => ReactNode };

// What stands above every screen of one list: which it is, whether it is in force, and its parts.
export function ListFrame({ name, children }: Props) {
  const asked = useQuery(list_query(name));
  const may_keep = useMayKeep();
  return (
    <Page>
      <BackTo to="/lists">
        <Trans>All lists</Trans>
      </BackTo>
      <Asked of={asked}>
        {(list) => (
          <>
            <PageHead
              title={title_of(list)}
              sign={<Priority priority={list.priority} unverified={false} />}
              under={
                <>
                  <span>
                    {list.owner_zone.name} ({list.owner_zone.code})
                  </span>
                  <InForce list={list} />
                </>
              }
              actions={may_keep && <ListActs list={list} />}
            />
            <Tabs list={list} may_keep={may_keep} />
            {children(list, may_keep)}
          </>
        )}
      </Asked>
    </Page>
  );
}

function Tabs({ list, may_keep }: { list: List; may_keep: boolean }) {
  const { t } = useLingui();
  const params = { name: list.name };
  return (
    <nav className={page.tabs} aria-label={t`Parts of the list`}>
      <Link to="/lists/$name" params={params} activeOptions={{ exact: true }}>
        <Trans>Settings and state</Trans>
      </Link>
      <Link to="/lists/$name/entries" params={params}>
        <Trans>Entries</Trans> <span className={page.number}>{whole(list.entries)}</span>
      </Link>
      <Link to="/lists/$name/revisions" params={params}>
        <Trans>Revisions</Trans> <span className={page.number}>{whole(list.revision)}</span>
      </Link>
      {may_keep && (
        <Link to="/lists/$name/import" params={params}>
          <Trans>Send in a file</Trans>
        </Link>
      )}
      <Link to="/lists/$name/wrong" params={params}>
        <Trans>Marked wrong</Trans>
      </Link>
    </nav>
  );
}
