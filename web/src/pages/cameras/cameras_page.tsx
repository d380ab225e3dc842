import { Trans } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { tends_cameras } from '../../api/camera_queries';
import { cameras_query, session_query } from '../../api/queries';
import { Icon } from '../../parts/signs/icon';
import { server_now } from '../../api/server_clock';
import { CameraFilter } from '../../parts/cameras/camera_filter';
import { FIRST_ORDER, type Order, type Wanted, wanted_of } from '../../parts/cameras/camera_order';
import { CameraTable } from '../../parts/cameras/camera_table';
import { Asked } from '../../parts/page/asked';
import { Nothing, Page, PageHead } from '../../parts/page/page';
import { useNow } from '../../parts/signs/age';

type Props = {
  order: Order | undefined;
  wanted: Wanted;
  onOrder: (order: Order) => void;
  onWant: (change: Partial<Wanted>) => void;
};

// Every camera of the province, the worst first.
export function CamerasPage({ order = FIRST_ORDER, wanted, onOrder, onWant }: Props) {
  const cameras = useQuery(cameras_query);
  const role = useQuery(session_query).data?.user.role;
  useNow(); // a camera falls silent without an event
  const now = server_now();
  return (
    <Page>
      <PageHead
        title={<Trans>Cameras</Trans>}
        under={<Trans>What each delivers, and what keeps it from doing so</Trans>}
        actions={
          role &&
          tends_cameras(role) && (
            <Link className="button" data-kind="main" to="/cameras/new">
              <Icon name="add" />
              <Trans>Connect a camera</Trans>
            </Link>
          )
        }
      />
      <Asked of={cameras}>
        {(all) => {
          const shown = wanted_of(all, wanted, now);
          if (all.length === 0)
            return <Nothing title={<Trans>No camera is connected yet</Trans>} />;
          return (
            <>
              <CameraFilter cameras={all} now={now} wanted={wanted} onWant={onWant} />
              {shown.length === 0 ? (
                <Nothing title={<Trans>No camera is like that</Trans>} />
              ) : (
                <CameraTable cameras={shown} now={now} order={order} onOrder={onOrder} />
              )}
            </>
          );
        }}
      </Asked>
    </Page>
  );
}
