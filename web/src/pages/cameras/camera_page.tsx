import { Trans } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { activity_query, sees_quarantine, tends_cameras } from '../../api/camera_queries';
import type { Camera } from '../../api/generated';
import { cameras_query, session_query } from '../../api/queries';
import { server_now } from '../../api/server_clock';
import { CameraActs } from '../../parts/cameras/camera_acts';
import { CameraFacts, PutAside, Refusals } from '../../parts/cameras/camera_facts';
import styles from '../../parts/cameras/cameras.module.css';
import { DecisionForm, PositionForm } from '../../parts/cameras/forms';
import { HourBars } from '../../parts/cameras/hour_bars';
import { Asked } from '../../parts/page/asked';
import { BackTo, Nothing, Page, PageHead, Panel } from '../../parts/page/page';
import { useNow } from '../../parts/signs/age';

// One camera: how it fares, what it sent, and what is done about it.
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
          if (camera) return <OneCamera camera={camera} />;
          return <Nothing title={<Trans>There is no such camera</Trans>} />;
        }}
      </Asked>
    </Page>
  );
}

function OneCamera({ camera }: { camera: Camera }) {
  useNow();
  const now = server_now();
  const activity = useQuery(activity_query(camera.id));
  const role = useQuery(session_query).data?.user.role;
  const may_tend = role !== undefined && tends_cameras(role);
  const { id } = camera;
  return (
    <>
      <PageHead
        title={camera.name}
        under={`${camera.zone.name}, ${camera.site.name}`}
        actions={
          may_tend && (
            <>
              <Link
                className="button"
                to="/cameras/$id/connect/$step"
                params={{ id, step: 'send' }}
              >
                <Trans>Connect</Trans>
              </Link>
              <CameraActs camera={camera} />
            </>
          )
        }
      />
      <Panel id="state" title={<Trans>How it fares</Trans>}>
        <CameraFacts camera={camera} now={now} />
      </Panel>
      <Panel id="hours" title={<Trans>Reads by the hour</Trans>}>
        <Asked of={activity}>{(known) => <HourBars activity={known} now={now} />}</Asked>
      </Panel>
      <div className={styles.pair}>
        <Panel id="refused" title={<Trans>Refused last</Trans>}>
          <Asked of={activity}>{(known) => <Refusals activity={known} />}</Asked>
        </Panel>
        {role && sees_quarantine(role) && (
          <Panel id="aside" title={<Trans>Put aside</Trans>}>
            <PutAside camera={camera} />
          </Panel>
        )}
      </div>
      {may_tend && (
        <div className={styles.pair}>
          <Panel id="position" title={<Trans>Name and direction</Trans>}>
            <PositionForm camera={camera} verb={<Trans>Save</Trans>} />
          </Panel>
          <Panel id="period" title={<Trans>Authorised period</Trans>}>
            <DecisionForm camera={camera} verb={<Trans>Save</Trans>} />
          </Panel>
        </div>
      )}
    </>
  );
}
