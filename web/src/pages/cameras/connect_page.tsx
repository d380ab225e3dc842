import { Trans } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { tends_cameras } from '../../api/camera_queries';
import type { Camera } from '../../api/generated';
import { cameras_query, session_query } from '../../api/queries';
import { server_now } from '../../api/server_clock';
import { CameraFacts } from '../../parts/cameras/camera_facts';
import styles from '../../parts/cameras/cameras.module.css';
import { FirstRead } from '../../parts/cameras/first_read';
import { DecisionForm, PositionForm } from '../../parts/cameras/forms';
import { IdentifyForm } from '../../parts/cameras/identify_form';
import type { Make } from '../../parts/cameras/makes';
import { SendStep } from '../../parts/cameras/send_step';
import { type Step, StepList, step_after } from '../../parts/cameras/steps';
import { Asked } from '../../parts/page/asked';
import form from '../../parts/page/form.module.css';
import { BackTo, Nothing, Page, PageHead, Panel } from '../../parts/page/page';
import { useNow } from '../../parts/signs/age';

// The first step, before there is a camera.
export function NewCameraPage() {
  const navigate = useNavigate();
  const user = useQuery(session_query).data?.user;
  const go_on = (id: string, make: Make) =>
    void navigate({
      to: '/cameras/$id/connect/$step',
      params: { id, step: 'send' },
      search: { make },
    });
  return (
    <Page>
      <div className={styles.wizard}>
        <Back />
        <PageHead title={<Trans>Connect a camera</Trans>} />
        <StepList now="identify" camera={undefined} make={undefined} />
        {user && !tends_cameras(user.role) && (
          <Nothing title={<Trans>Your role connects no cameras</Trans>} />
        )}
        {user && tends_cameras(user.role) && (
          <Panel id="identify" title={<Trans>Which camera it is</Trans>}>
            <IdentifyForm user={user} onMade={go_on} />
          </Panel>
        )}
      </div>
    </Page>
  );
}

const Back = () => (
  <BackTo to="/cameras">
    <Trans>All cameras</Trans>
  </BackTo>
);

type Props = { id: string; step: Step; make: Make | undefined };

// The other steps, each at an address of its own, so that work goes on where it was left.
export function ConnectPage({ id, step, make }: Props) {
  const cameras = useQuery(cameras_query);
  return (
    <Page>
      <div className={styles.wizard}>
        <Back />
        <Asked of={cameras}>
          {(all) => {
            const camera = all.find((one) => one.id === id);
            if (!camera) return <Nothing title={<Trans>There is no such camera</Trans>} />;
            return (
              <>
                <PageHead title={<Trans>Connect {camera.name}</Trans>} under={camera.site.name} />
                <StepList now={step} camera={id} make={make} />
                <OneStep key={step} camera={camera} step={step} make={make} />
              </>
            );
          }}
        </Asked>
      </div>
    </Page>
  );
}

type StepProps = { camera: Camera; step: Step; make: Make | undefined };

function OneStep({ camera, step, make }: StepProps) {
  useNow();
  const navigate = useNavigate();
  const to = (wanted: Step, of: Make | undefined = make) =>
    void navigate({
      to: '/cameras/$id/connect/$step',
      params: { id: camera.id, step: wanted },
      search: { make: of },
      replace: wanted === step,
    });
  const next = () => to(step_after(step));
  switch (step) {
    case 'identify':
      return (
        <Panel id="identify" title={<Trans>Which camera it is</Trans>}>
          <CameraFacts camera={camera} now={server_now()} />
          <Next onNext={next} />
        </Panel>
      );
    case 'send':
      return (
        <Panel id="send" title={<Trans>Where the device sends</Trans>}>
          <SendStep
            camera={camera}
            make={make}
            onMake={(chosen) => to('send', chosen)}
            onNext={next}
          />
        </Panel>
      );
    case 'first':
      return (
        <Panel id="first" title={<Trans>First read</Trans>}>
          <FirstRead camera={camera} onNext={next} />
        </Panel>
      );
    case 'position':
      return (
        <Panel id="position" title={<Trans>Name and direction</Trans>}>
          <PositionForm camera={camera} verb={<Trans>Save and go on</Trans>} onDone={next} />
        </Panel>
      );
    case 'period':
      return (
        <Panel id="period" title={<Trans>Authorised period</Trans>}>
          <DecisionForm camera={camera} verb={<Trans>Save and go on</Trans>} onDone={next} />
        </Panel>
      );
    default:
      return (
        <Panel id="done" title={<Trans>Connected</Trans>}>
          <CameraFacts camera={camera} now={server_now()} />
          <div className={form.buttons}>
            <Link className="button" data-kind="main" to="/cameras/$id" params={{ id: camera.id }}>
              <Trans>To the page of the camera</Trans>
            </Link>
            <Link className="button" to="/cameras/new">
              <Trans>Connect another</Trans>
            </Link>
          </div>
        </Panel>
      );
  }
}

function Next({ onNext }: { onNext: () => void }) {
  return (
    <div className={form.buttons}>
      <button type="button" className="button" data-kind="main" onClick={onNext}>
        <Trans>Go on</Trans>
      </button>
    </div>
  );
}
