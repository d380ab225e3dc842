import { Trans, useLingui } from '@lingui/react/macro';
import { change_settings, CUE_NAMES, type CueName, useSettings } from '../device/settings';
import form from '../page/form.module.css';
import { Icon } from '../signs/icon';
import { try_out, useAudible } from '../shell/sound';
import styles from './me.module.css';

// Which sounds are heard on this device, and what each is like.
export function SoundSettings() {
  const is_audible = useAudible();
  return (
    <>
      <p className={form.hint} role="status">
        {is_audible ? (
          <Trans>
            The browser lets BAS be heard. A hit that somebody has claimed rings no more.
          </Trans>
        ) : (
          <Trans>
            The browser keeps BAS silent until you press something here, such as a test.
          </Trans>
        )}
      </p>
      <ul className={styles.sounds}>
        {CUE_NAMES.map((cue) => (
          <Sound key={cue} cue={cue} />
        ))}
      </ul>
    </>
  );
}

function Sound({ cue }: { cue: CueName }) {
  const { t } = useLingui();
  const { sounds } = useSettings();
  const names = {
    p1: t`Hits of class 1`,
    p2: t`Hits of class 2`,
    p3: t`Hits of class 3`,
    p4: t`Hits of class 4`,
    lost: t`The live feed is lost`,
    back: t`The live feed is back`,
  };
  const name = names[cue];
  return (
    <li>
      <label>
        <input
          type="checkbox"
          checked={sounds[cue]}
          onChange={(event) =>
            change_settings({ sounds: { ...sounds, [cue]: event.currentTarget.checked } })
          }
        />
        {name}
      </label>
      <button
        type="button"
        className="button"
        aria-label={t`Test: ${name}`}
        onClick={() => void try_out(cue)}
      >
        <Icon name="sound" />
        <Trans>Test</Trans>
      </button>
    </li>
  );
}
