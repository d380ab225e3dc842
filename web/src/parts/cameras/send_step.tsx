import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { forget_key, issue_key, key_shown } from '../../api/camera_queries';
import type { Camera } from '../../api/generated';
import { ActFailure, useAct } from '../page/act';
import { ActButton } from '../page/act_button';
import form from '../page/form.module.css';
import page from '../page/page.module.css';
import { Icon } from '../signs/icon';
import styles from './cameras.module.css';
import { type Make, MakeChoice, MakeSettings } from './makes';

type Props = {
  camera: Camera;
  make: Make | undefined;
  onMake: (make: Make) => void;
  onNext: () => void;
};

// The address with its key, once, and what is set on the device.
export function SendStep({ camera, make = 'axis', onMake, onNext }: Props) {
  const [key, set_key] = useState(() => key_shown(camera.id));
  const act = useAct();
  const address = `${location.origin}/ingest/${key ?? 'KEY'}`;
  const next = () => {
    forget_key(camera.id);
    onNext();
  };
  const draw = () => act.run(async () => set_key((await issue_key(camera.id)).ingest_key));
  return (
    <div className={form.form}>
      {key === undefined ? (
        <div className={`${form.summary} ${styles.address}`}>
          <p>
            <Trans>
              The key was shown once and is kept nowhere. If it is lost, draw a new one: the old
              address then is good no more.
            </Trans>
          </p>
          <ActButton act={act} onClick={draw}>
            <Trans>New key</Trans>
          </ActButton>
        </div>
      ) : (
        <KeptOnce address={address} />
      )}
      <ActFailure of={act} />
      <MakeChoice make={make} onChoose={onMake} />
      <div>
        <h3>
          <Trans>On the device</Trans>
        </h3>
        <MakeSettings make={make} address={address} />
      </div>
      <div className={form.buttons}>
        <button type="button" className="button" data-kind="main" onClick={next}>
          <Trans>It is set on the device</Trans>
        </button>
      </div>
    </div>
  );
}

function KeptOnce({ address }: { address: string }) {
  return (
    <div className={`${form.summary} ${styles.address}`} role="status">
      <p>
        <Trans>
          The address this camera sends to. Its key is shown this once: whoever has it can send in
          its name.
        </Trans>
      </p>
      <code className={page.code} data-address>
        {address}
      </code>
      <button
        type="button"
        className="button"
        onClick={() => void navigator.clipboard?.writeText(address)}
      >
        <Icon name="copy" />
        <Trans>Copy</Trans>
      </button>
    </div>
  );
}
