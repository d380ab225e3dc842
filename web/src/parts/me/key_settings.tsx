import { Trans, useLingui } from '@lingui/react/macro';
import { Fragment } from 'react';
import { change_settings, useSettings } from '../device/settings';
import { SCOPES, SHORTCUTS, type Scope } from '../keys/registry';
import { ScopeName } from '../keys/scope_name';
import form from '../page/form.module.css';
import { Check } from './check';
import styles from './me.module.css';
import { ShortcutRow } from './shortcut_row';
import { type KeyWork, useKeyWork } from './use_key_work';

// The map of keys: every shortcut of the console can have another key here.
export function KeySettings() {
  const work = useKeyWork();
  const { keys: map } = useSettings();
  return (
    <>
      <Letters />
      <p className={form.hint}>
        <Trans>
          Press a key below, then the one you want instead. Escape leaves it as it was. Keys that
          another keyboard of this country cannot type, or that the browser keeps, are refused.
        </Trans>
      </p>
      {SCOPES.map((scope) => (
        <Fragment key={scope}>
          <h3 className={styles.scope}>
            <ScopeName scope={scope} />
          </h3>
          <ScopeKeys scope={scope} work={work} />
        </Fragment>
      ))}
      <div className={form.buttons}>
        <button
          type="button"
          className="button"
          disabled={Object.keys(map).length === 0}
          onClick={work.reset_all}
        >
          <Trans>All keys as delivered</Trans>
        </button>
      </div>
    </>
  );
}

function ScopeKeys({ scope, work }: { scope: Scope; work: KeyWork }) {
  const { i18n } = useLingui();
  return (
    <ul className={styles.keys}>
      {SHORTCUTS.filter((one) => one.scope === scope).map(({ id, verb }) => (
        <ShortcutRow key={id} id={id} verb={i18n._(verb)} work={work} />
      ))}
    </ul>
  );
}

function Letters() {
  const { letters } = useSettings();
  return (
    <Check
      is_checked={letters}
      onChange={(wanted) => change_settings({ letters: wanted })}
      hint={
        <Trans>
          Without them the console still does everything, by function keys, arrows and buttons, and
          dictation cannot set anything off.
        </Trans>
      }
    >
      <Trans>Single letters are shortcuts</Trans>
    </Check>
  );
}
