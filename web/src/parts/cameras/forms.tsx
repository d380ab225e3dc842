import { Trans } from '@lingui/react/macro';
import { type FormEvent, type ReactNode, useState } from 'react';
import { change_camera } from '../../api/camera_queries';
import type { Camera, CameraChange } from '../../api/generated';
import { server_now } from '../../api/server_clock';
import { instant, typed_time } from '../../text/instant';
import { ActFailure, useAct } from '../page/act';
import { Field } from '../page/field';
import form from '../page/form.module.css';

type Props = { camera: Camera; verb: ReactNode; onDone?: () => void };
type Saving = Props & { change: (fields: FormData) => CameraChange; children: ReactNode };

const text = (fields: FormData, name: string) => String(fields.get(name) ?? '').trim();

function CameraForm({ camera, verb, onDone, change, children }: Saving) {
  const act = useAct();
  const [is_saved, set_saved] = useState(false);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const body = change(new FormData(event.currentTarget));
    set_saved(false);
    if (!(await act.run(() => change_camera(camera.id, body)))) return;
    set_saved(true);
    onDone?.();
  };
  return (
    <form className={form.form} onSubmit={(event) => void submit(event)} autoComplete="off">
      {children}
      <ActFailure of={act} />
      <div className={form.buttons}>
        <button type="submit" className="button" data-kind="main" disabled={act.is_busy}>
          {verb}
        </button>
        <span role="status">{is_saved && <Trans>Saved.</Trans>}</span>
      </div>
    </form>
  );
}

const position_in = (fields: FormData): CameraChange => {
  const heading = text(fields, 'heading');
  return {
    name: text(fields, 'name'),
    heading_deg: heading === '' ? null : Number(heading),
    lanes: Number(text(fields, 'lanes')),
  };
};

// Name, direction and lanes.
export function PositionForm(props: Props) {
  const { camera } = props;
  return (
    <CameraForm {...props} change={position_in}>
      <Field name={<Trans>Name</Trans>}>
        <input name="name" required maxLength={128} defaultValue={camera.name} />
      </Field>
      <div className={form.row}>
        <Field
          name={<Trans>Direction it looks in, in degrees</Trans>}
          hint={<Trans>0 is north, 90 east, 180 south, 270 west. Empty: not known.</Trans>}
        >
          <input
            name="heading"
            type="number"
            min={0}
            max={359}
            step={1}
            defaultValue={camera.heading_deg}
          />
        </Field>
        <Field name={<Trans>Lanes it sees</Trans>}>
          <input name="lanes" type="number" min={1} max={16} required defaultValue={camera.lanes} />
        </Field>
      </div>
    </CameraForm>
  );
}

const YEAR_MS = 365 * 86_400_000;

const typed = (at: string | undefined, otherwise: number) =>
  typed_time(at === undefined ? otherwise : Date.parse(at));

const decision_in = (fields: FormData): CameraChange => ({
  decision: {
    from: instant(text(fields, 'from')),
    until: instant(text(fields, 'until')),
    area: text(fields, 'area'),
    reference: text(fields, 'reference'),
  },
});

// What the council decided: outside of it nothing is taken (rule R5).
export function DecisionForm(props: Props) {
  const { decision } = props.camera;
  return (
    <CameraForm {...props} change={decision_in}>
      <p>
        <Trans>
          What the camera captures before or after this period is refused and not kept. Without a
          decision on file it stands as the zone answers for.
        </Trans>
      </p>
      <div className={form.row}>
        <Field name={<Trans>In force from</Trans>}>
          <input
            name="from"
            type="datetime-local"
            required
            defaultValue={typed(decision?.from, server_now())}
          />
        </Field>
        <Field name={<Trans>Until</Trans>}>
          <input
            name="until"
            type="datetime-local"
            required
            defaultValue={typed(decision?.until, server_now() + YEAR_MS)}
          />
        </Field>
      </div>
      <Field name={<Trans>Number or date of the decision</Trans>}>
        <input name="reference" required maxLength={128} defaultValue={decision?.reference} />
      </Field>
      <Field
        name={<Trans>Area of the decision</Trans>}
        hint={<Trans>As the council worded it.</Trans>}
      >
        <textarea name="area" required maxLength={500} defaultValue={decision?.area} />
      </Field>
    </CameraForm>
  );
}
