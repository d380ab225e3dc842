import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { List } from '../../api/generated';
import { server_now } from '../../api/server_clock';
import { whole } from '../../text/format';
import table from '../page/table.module.css';
import { LinkTable, SortHead } from '../page/table';
import { LastRevision } from '../revisions/last_revision';
import { Priority } from '../signs/priority';
import { Freshness } from './freshness';
import { InForce } from './in_force';
import { type Column, next_order, type Order, sorted, title_of } from './list_order';
import { Noise } from './noise';

type Props = { lists: readonly List[]; order: Order; onOrder: (order: Order) => void };

export function ListTable({ lists, order, onOrder }: Props) {
  const { t } = useLingui();
  const head = (column: Column) => ({
    direction: order.column === column ? order.direction : undefined,
    onSort: () => onOrder(next_order(order, column)),
  });
  return (
    <LinkTable
      label={t`Lists`}
      region="lists"
      head={
        <>
          <SortHead name={t`Priority`} {...head('priority')} />
          <SortHead name={t`List`} {...head('title')} />
          <SortHead name={t`State`} {...head('state')} />
          <SortHead name={t`Entries`} is_right {...head('entries')} />
          <SortHead name={t`Freshness`} {...head('freshness')} />
          <th scope="col">
            <Trans>Last revision</Trans>
          </th>
          <SortHead name={t`Rejected hits, 30 days`} {...head('noise')} />
        </>
      }
    >
      {sorted(lists, order, server_now()).map((list) => (
        <ListRow key={list.id} list={list} />
      ))}
    </LinkTable>
  );
}

function ListRow({ list }: { list: List }) {
  return (
    <tr>
      <td>
        <Priority priority={list.priority} unverified={false} />
      </td>
      <td>
        <Link
          to="/lists/$name"
          params={{ name: list.name }}
          className={table.link}
          data-row-link={list.name}
        >
          {title_of(list)}
        </Link>
        <div className={table.second}>
          {list.owner_zone.name} ({list.owner_zone.code})
        </div>
      </td>
      <td>
        <InForce list={list} />
      </td>
      <td className={table.number}>{whole(list.entries)}</td>
      <td>
        <Freshness list={list} />
        {list.source ? (
          <div className={table.second}>
            <Trans>Fetched from its source</Trans>
          </div>
        ) : (
          list.confirmed_at && (
            <div className={table.second}>
              <Trans>Sent in as a file</Trans>
            </div>
          )
        )}
      </td>
      <td>
        <LastRevision revision={list.last_revision} />
      </td>
      <td>
        <Noise noise={list.noise} />
      </td>
    </tr>
  );
}
