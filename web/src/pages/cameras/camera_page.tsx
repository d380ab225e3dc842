import { Trans } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { cameras_query } from '../../api/queries';
import { server_now } from '../../api/server_clock';
import { HealthOf } from '../../parts/cameras/camera_table';
import { Asked } from '../../parts/page/asked';
import { BackTo, Nothing, Page, PageHead } from '../../parts/page/page';

export function CameraPage({ id }: { id: string }) {
  const cameras = useQuery(cameras_query);
  return (
    <Page>
      <BackTo to="/cameras">
        <Trans>All cameras</Trans>
      </BackTo>
      <Asked of={cameras}>
        {(all) => {
          const camera = all.find((one) => one.id === id);
          if (!camera) return <Nothing title={<Trans>There is no such camera</Trans>} />;
          return (
            <PageHead title={camera.name} under={<HealthOf camera={camera} now={server_now()} />} />
          );
        }}
      </Asked>
    </Page>
  );
}
