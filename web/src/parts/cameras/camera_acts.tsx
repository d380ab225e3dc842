import { Trans } from '@lingui/react/macro';
import { useNavigate } from '@tanstack/react-router';
import { change_camera, issue_key } from '../../api/camera_queries';
import type { Camera } from '../../api/generated';
import { server_now } from '../../api/server_clock';
import { instant, typed_time } from '../../text/instant';
import { Confirm } from '../page/confirm';
import { Field } from '../page/field';

const HOUR_MS = 3_600_000;

export function CameraActs({ camera }: { camera: Camera }) {
  const { maintenance_until } = camera;
  const is_tended = maintenance_until !== undefined && Date.parse(maintenance_until) > server_now();
  return (
    <>
      {is_tended ? <EndMaintenance camera={camera} /> : <Maintenance camera={camera} />}
      <NewKey camera={camera} />
      {camera.disabled ? <Enable camera={camera} /> : <Disable camera={camera} />}
    </>
  );
}

function Maintenance({ camera }: { camera: Camera }) {
  return (
    <Confirm
      button={<Trans>Maintenance</Trans>}
      title={<Trans>Somebody works on this camera</Trans>}
      verb={<Trans>Say so</Trans>}
      act={(_, fields) =>
        change_camera(camera.id, { maintenance_until: instant(String(fields.get('until'))) })
      }
    >
      <p>
        <Trans>Its silence then alarms nobody. What it sends meanwhile is taken as always.</Trans>
      </p>
      <Field name={<Trans>Until</Trans>}>
        <input
          name="until"
          type="datetime-local"
          required
          defaultValue={typed_time(server_now() + 4 * HOUR_MS)}
        />
      </Field>
    </Confirm>
  );
}

function EndMaintenance({ camera }: { camera: Camera }) {
  return (
    <Confirm
      button={<Trans>End the maintenance</Trans>}
      title={<Trans>The work on this camera is done</Trans>}
      verb={<Trans>End it</Trans>}
      act={() => change_camera(camera.id, { maintenance_until: null })}
    >
      <p>
        <Trans>Its silence counts again from now on.</Trans>
      </p>
    </Confirm>
  );
}

function NewKey({ camera }: { camera: Camera }) {
  const navigate = useNavigate();
  const { id } = camera;
  return (
    <Confirm
      button={<Trans>New key</Trans>}
      title={<Trans>Give this camera a new key</Trans>}
      verb={<Trans>Draw it</Trans>}
      act={async () => {
        await issue_key(id);
        await navigate({ to: '/cameras/$id/connect/$step', params: { id, step: 'send' } });
      }}
    >
      <p>
        <Trans>
          The old key is good no more: nothing arrives until the new address is set on the device.
        </Trans>
      </p>
    </Confirm>
  );
}

function Disable({ camera }: { camera: Camera }) {
  return (
    <Confirm
      button={<Trans>Disable</Trans>}
      title={<Trans>Disable this camera</Trans>}
      verb={<Trans>Disable</Trans>}
      act={() => change_camera(camera.id, { disabled: true })}
    >
      <p>
        <Trans>
          From now on what it sends is refused and not kept. What was kept before stays for its
          term.
        </Trans>
      </p>
    </Confirm>
  );
}

function Enable({ camera }: { camera: Camera }) {
  return (
    <Confirm
      button={<Trans>Enable</Trans>}
      title={<Trans>Enable this camera</Trans>}
      verb={<Trans>Enable</Trans>}
      act={() => change_camera(camera.id, { disabled: false })}
    >
      <p>
        <Trans>What it sends is taken again.</Trans>
      </p>
    </Confirm>
  );
}
