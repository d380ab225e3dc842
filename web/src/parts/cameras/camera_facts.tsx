import { Trans } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { aside_query, replay } from '../../api/camera_queries';
import type { Camera, CameraActivity, QuarantinedMessage } from '../../api/generated';
import { full_time, short_date, span, whole } from '../../text/format';
import { CLOCK_OFF_MS, is_outside } from '../map/health';
import { ActFailure, useAct } from '../page/act';
import { Asked } from '../page/asked';
import { Fact } from '../page/page';
import page from '../page/page.module.css';
import { Age } from '../signs/age';
import { HealthOf } from './camera_table';
import styles from './cameras.module.css';

type Props = { camera: Camera; now: number };

export function CameraFacts({ camera, now }: Props) {
  const { site, last_read_at, heading_deg, maintenance_until } = camera;
  return (
    <dl className={page.facts}>
      <Fact name={<Trans>Health</Trans>}>
        <HealthOf camera={camera} now={now} />
      </Fact>
      <Fact name={<Trans>Last read</Trans>}>
        {last_read_at ? <Age at={last_read_at} /> : <Trans>none since the server started</Trans>}
      </Fact>
      <Fact name={<Trans>Clock</Trans>}>
        <ClockOf camera={camera} />
      </Fact>
      <Fact name={<Trans>Reads since the server started</Trans>}>{whole(camera.reads)}</Fact>
      <Fact name={<Trans>Format of its messages</Trans>}>
        {camera.protocol ?? <Trans>not known yet</Trans>}
      </Fact>
      <Fact name={<Trans>Names itself</Trans>}>
        {camera.device_id ? (
          <span className={page.code}>{camera.device_id}</span>
        ) : (
          <Trans>not known yet</Trans>
        )}
      </Fact>
      <Fact name={<Trans>Site</Trans>}>
        {site.name}
        {site.road && `, ${site.road}`}
      </Fact>
      <Fact name={<Trans>Looks in direction</Trans>}>
        {heading_deg === undefined ? <Trans>not known yet</Trans> : `${whole(heading_deg)}°`}
      </Fact>
      <Fact name={<Trans>Authorised period</Trans>}>
        <PeriodOf camera={camera} now={now} />
      </Fact>
      {maintenance_until && Date.parse(maintenance_until) > now && (
        <Fact name={<Trans>Maintenance until</Trans>}>{full_time(maintenance_until)}</Fact>
      )}
    </dl>
  );
}

// As its messages tell it: what the way takes is in it.
export function ClockOf({ camera }: { camera: Camera }) {
  const behind = camera.clock_behind_ms;
  if (behind === undefined) return <Trans>not known yet</Trans>;
  const off = span(Math.abs(behind));
  const is_off = Math.abs(behind) > CLOCK_OFF_MS;
  return (
    <span className={is_off ? page.caution : undefined}>
      {behind < 0 ? <Trans>{off} ahead</Trans> : <Trans>{off} behind at most</Trans>}
    </span>
  );
}

function PeriodOf({ camera, now }: Props) {
  const { decision } = camera;
  if (!decision) return <Trans>no decision on file</Trans>;
  return (
    <span className={is_outside(camera, now) ? page.caution : undefined}>
      {short_date(decision.from)} – {short_date(decision.until)} ({decision.reference})
    </span>
  );
}

export function Refusals({ activity }: { activity: CameraActivity }) {
  // Two may be refused in one millisecond.
  const numbered = activity.refusals.map((one, nth) => ({ ...one, nth }));
  if (activity.refusals.length === 0) {
    return (
      <p className={page.muted}>
        <Trans>Nothing was refused since the server started.</Trans>
      </p>
    );
  }
  return (
    <ul className={styles.lines}>
      {numbered.map(({ at, reason, nth }) => (
        <li key={nth}>
          <Age at={at} />
          {reason === 'disabled' ? (
            <Trans>sent while the camera was disabled</Trans>
          ) : (
            <Trans>captured outside its authorised period</Trans>
          )}
        </li>
      ))}
    </ul>
  );
}

// What could not be decoded lies aside until its cause is cured; then it is tried again.
export function PutAside({ camera }: { camera: Camera }) {
  const aside = useQuery(aside_query(camera.id));
  return (
    <Asked of={aside}>
      {(messages) =>
        messages.length === 0 ? (
          <p className={page.muted}>
            <Trans>No message of this camera lies aside.</Trans>
          </p>
        ) : (
          <ul className={styles.lines}>
            {messages.map((message) => (
              <Aside key={message.id} message={message} />
            ))}
          </ul>
        )
      }
    </Asked>
  );
}

function Aside({ message }: { message: QuarantinedMessage }) {
  const act = useAct();
  return (
    <li>
      <Age at={message.received_at} />
      <span lang="en">{message.reason}</span>
      {message.state === 'replayed' ? (
        <span className={page.muted}>
          <Trans>decoded since</Trans>
        </span>
      ) : (
        <button
          type="button"
          className="button"
          disabled={act.is_busy}
          onClick={() => void act.run(() => replay(message.camera, message.id))}
        >
          <Trans>Try again</Trans>
        </button>
      )}
      <ActFailure of={act} />
    </li>
  );
}
