import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { Camera } from '../../api/generated';
import { whole } from '../../text/format';
import { HealthName, HealthSign } from '../live_map/health_sign';
import { health_of } from '../map/health';
import { LinkTable, SortHead } from '../page/table';
import table from '../page/table.module.css';
import { Age } from '../signs/age';
import { type Column, next_order, type Order, sorted } from './camera_order';
import styles from './cameras.module.css';

type Props = {
  cameras: readonly Camera[];
  now: number;
  order: Order;
  onOrder: (order: Order) => void;
};

export function CameraTable({ cameras, now, order, onOrder }: Props) {
  const { t } = useLingui();
  const head = (column: Column) => ({
    direction: order.column === column ? order.direction : undefined,
    onSort: () => onOrder(next_order(order, column)),
  });
  return (
    <LinkTable
      label={t`Cameras`}
      region="cameras"
      head={
        <>
          <SortHead name={t`Health`} {...head('health')} />
          <SortHead name={t`Camera`} {...head('name')} />
          <SortHead name={t`Zone and site`} {...head('zone')} />
          <SortHead name={t`Last read`} {...head('seen')} />
          <SortHead name={t`Reads`} is_right {...head('reads')} />
          <SortHead name={t`Put aside`} is_right {...head('aside')} />
        </>
      }
    >
      {sorted(cameras, order, now).map((camera) => (
        <Row key={camera.id} camera={camera} now={now} />
      ))}
    </LinkTable>
  );
}

function Row({ camera, now }: { camera: Camera; now: number }) {
  const { site, zone } = camera;
  return (
    <tr>
      <td>
        <HealthOf camera={camera} now={now} />
      </td>
      <td>
        <Link
          className={table.link}
          data-row-link={camera.id}
          to="/cameras/$id"
          params={{ id: camera.id }}
        >
          {camera.name}
        </Link>
        <div className={table.second}>{site.road}</div>
      </td>
      <td>
        {zone.name}
        <div className={table.second}>{site.name}</div>
      </td>
      <td>{camera.last_read_at ? <Age at={camera.last_read_at} /> : <Trans>none yet</Trans>}</td>
      <td className={table.number}>{whole(camera.reads)}</td>
      <td className={table.number}>{whole(camera.quarantined)}</td>
    </tr>
  );
}

// Its sign and its words, never one without the other.
export function HealthOf({ camera, now }: { camera: Camera; now: number }) {
  const health = health_of(camera, now);
  return (
    <span className={styles.health} data-health={health}>
      <HealthSign health={health} />
      <span>
        <HealthName health={health} />
      </span>
    </span>
  );
}
