import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { lists_query } from '../../api/list_queries';
import { HeldLists } from '../../parts/lists/held_lists';
import { FIRST_ORDER, type Order } from '../../parts/lists/list_order';
import { ListTable } from '../../parts/lists/list_table';
import { Asked } from '../../parts/page/asked';
import { Nothing, Page, PageHead } from '../../parts/page/page';
import page from '../../parts/page/page.module.css';
import type { List } from '../../api/generated';
import { whole } from '../../text/format';

type Props = { order: Order | undefined; onOrder: (order: Order) => void };

// Every list, and which of them can be trusted right now.
export function ListsPage({ order = FIRST_ORDER, onOrder }: Props) {
  const { t } = useLingui();
  const lists = useQuery(lists_query);
  return (
    <Page>
      <PageHead title={t`Lists`} under={lists.data && <Summary lists={lists.data} />} />
      <Asked of={lists}>
        {(all) =>
          all.length === 0 ? (
            <Nothing title={<Trans>No lists</Trans>}>
              <Trans>None exists yet, or none that your zone may see.</Trans>
            </Nothing>
          ) : (
            <>
              <HeldLists lists={all} />
              <ListTable lists={all} order={order} onOrder={onOrder} />
            </>
          )
        }
      </Asked>
    </Page>
  );
}

function Summary({ lists }: { lists: readonly List[] }) {
  const suspended = lists.filter((list) => list.suspended).length;
  const entries = whole(lists.reduce((sum, list) => sum + list.entries, 0));
  return (
    <>
      <span>
        <Plural value={lists.length} one="# list" other="# lists" />
      </span>
      <span>
        <Trans>{entries} entries in all</Trans>
      </span>
      {suspended > 0 && (
        <span className={page.caution}>
          <Plural value={suspended} one="# suspended" other="# suspended" />
        </span>
      )}
    </>
  );
}
