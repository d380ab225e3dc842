import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { useSettings } from '../device/settings';
import { Caps } from '../keys/key_cap';
import { keys_in } from '../keys/key_map';
import { key_caps, type ShortcutId, shortcut } from '../keys/registry';
import styles from './me.module.css';
import type { KeyWork, Refused } from './use_key_work';

type Props = { id: ShortcutId; verb: string; work: KeyWork };

// A shortcut with its keys, each of which can be pressed to change it.
export function ShortcutRow({ id, verb, work }: Props) {
  const { t } = useLingui();
  const { keys: map, letters } = useSettings();
  const all = keys_in(id, map, true);
  const in_force = keys_in(id, map, letters);
  const is_asked = (at: number) => work.asking?.id === id && work.asking.at === at;
  return (
    <li data-shortcut={id}>
      <span className={styles.verb}>{verb}</span>
      <span className={styles.slots}>
        {all.map((keys, at) => {
          const caps = key_caps(keys).join(' ');
          return (
            <button
              key={keys}
              type="button"
              className={styles.slot}
              data-off={!in_force.includes(keys)}
              aria-pressed={is_asked(at)}
              onClick={() => work.ask(is_asked(at) ? null : { id, at })}
              onKeyDown={work.press}
              onBlur={() => is_asked(at) && work.ask(null)}
            >
              {is_asked(at) ? (
                <Trans>Press a key…</Trans>
              ) : (
                <span aria-hidden="true">
                  <Caps of={keys} />
                </span>
              )}
              <span className="unseen">{t`${verb}: ${caps}. Change`}</span>
            </button>
          );
        })}
        {map[id] !== undefined && (
          <button type="button" className="button" onClick={() => work.reset(id)}>
            <Trans>Reset</Trans>
          </button>
        )}
      </span>
      {work.refused?.id === id && <WhyNot of={work.refused} />}
    </li>
  );
}

function WhyNot({ of }: { of: Refused }) {
  return (
    <p className={styles.refused} role="alert">
      <strong>{key_caps(of.keys).join(' ')}</strong>: <Reason of={of} />
    </p>
  );
}

function Reason({ of: { refusal } }: { of: Refused }): ReactNode {
  const { i18n } = useLingui();
  switch (refusal.why) {
    case 'taken': {
      const verb = i18n._(shortcut(refusal.by).verb);
      return <Trans>already does “{verb}”. Give that another key first.</Trans>;
    }
    case 'untypable':
      return (
        <Trans>
          digits, accents and punctuation stand elsewhere on other keyboards. Take a letter or a
          function key.
        </Trans>
      );
    case 'altgr':
      return <Trans>types a character with AltGr on Belgian keyboards.</Trans>;
    case 'browser':
      return <Trans>the browser keeps this one for itself.</Trans>;
    default:
      return (
        <Trans>
          this acts everywhere, also while somebody types. Take a function key, or add Ctrl or Alt.
        </Trans>
      );
  }
}
