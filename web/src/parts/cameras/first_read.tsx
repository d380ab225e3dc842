import { Plural, Trans } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { activity_query, cameras_changed } from '../../api/camera_queries';
import type { Camera } from '../../api/generated';
import { whole } from '../../text/format';
import { Fact } from '../page/page';
import form from '../page/form.module.css';
import page from '../page/page.module.css';
import { Age } from '../signs/age';
import { Icon } from '../signs/icon';
import { ClockOf, Refusals } from './camera_facts';
import styles from './cameras.module.css';

const EVERY_MS = 2_000;

type Props = { camera: Camera; onNext: () => void };

// Waits for the camera to be heard. Whoever connects it opens no picture: that is for who has a
// purpose, as with any other.
export function FirstRead({ camera, onNext }: Props) {
  const activity = useQuery(activity_query(camera.id)).data;
  useEffect(() => {
    const timer = setInterval(() => void cameras_changed(), EVERY_MS);
    return () => clearInterval(timer);
  }, []);
  const is_heard = camera.last_read_at !== undefined;
  return (
    <div className={form.form}>
      <p className={styles.heard} data-heard={is_heard} role="status">
        {is_heard ? (
          <>
            <Icon name="check" />
            <Trans>The first read is here.</Trans>
          </>
        ) : (
          <>
            <span className={styles.waiting} aria-hidden="true" />
            <Trans>Waiting for the first read: let a vehicle pass, or send a test.</Trans>
          </>
        )}
      </p>
      <dl className={page.facts}>
        <Fact name={<Trans>Reads</Trans>}>{whole(camera.reads)}</Fact>
        <Fact name={<Trans>Put aside</Trans>}>{whole(camera.quarantined)}</Fact>
        <Fact name={<Trans>Refused</Trans>}>{whole(camera.refused)}</Fact>
        {camera.last_read_at && (
          <Fact name={<Trans>Last read</Trans>}>
            <Age at={camera.last_read_at} />
          </Fact>
        )}
        <Fact name={<Trans>Format of its messages</Trans>}>
          {camera.protocol ?? <Trans>not known yet</Trans>}
        </Fact>
        <Fact name={<Trans>Names itself</Trans>}>
          {camera.device_id ?? <Trans>not known yet</Trans>}
        </Fact>
        <Fact name={<Trans>Clock</Trans>}>
          <ClockOf camera={camera} />
        </Fact>
      </dl>
      {camera.quarantined > 0 && (
        <p className={page.caution}>
          <Plural
            value={camera.quarantined}
            one="# message could not be decoded: it lies aside on the page of the camera, with its reason."
            other="# messages could not be decoded: they lie aside on the page of the camera, with their reasons."
          />
        </p>
      )}
      {activity && activity.refusals.length > 0 && <Refusals activity={activity} />}
      <p className={page.muted}>
        <Trans>
          The picture is not shown here: it opens for who has a purpose, as that of any other read.
          Have somebody of the desk look whether the aim is right.
        </Trans>
      </p>
      <div className={form.buttons}>
        <button type="button" className="button" data-kind="main" onClick={onNext}>
          {is_heard ? <Trans>Go on</Trans> : <Trans>Go on without a read</Trans>}
        </button>
      </div>
    </div>
  );
}
