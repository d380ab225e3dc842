import { Trans } from '@lingui/react/macro';
import type { Hit } from '../../api/generated';
import { UNDO_MS, undo } from '../../api/hit_steps';
import { server_now } from '../../api/server_clock';
import { whole } from '../../text/format';
import { KeyCap } from '../keys/key_cap';
import { aria_keys } from '../keys/current_keys';
import { type Act, ActFailure } from '../page/act';
import { useNow } from '../signs/age';
import { Plate } from '../signs/plate';
import styles from './verdict.module.css';

// How long the verdict can still be taken back, in ms; 0: no longer.
export function undo_left(judged: Hit | null): number {
  const at = judged?.verdict?.at;
  return at === undefined ? 0 : Math.max(0, Date.parse(at) + UNDO_MS - server_now());
}

type Props = { judged: Hit; act: Act; onUndone: () => void };

// Ten seconds in which a verdict can be taken back, instead of a question before it.
export function UndoBar({ judged, act, onUndone }: Props) {
  useNow();
  const left = undo_left(judged);
  if (left === 0 && act.failure === null) return null;
  const seconds = whole(Math.ceil(left / 1000));
  return (
    <div className={styles.undo} role="status">
      <Plate plate={judged.plate} country={judged.country} />
      <span>
        {judged.state === 'validated' ? <Trans>Validated</Trans> : <Trans>Rejected</Trans>}
      </span>
      {left > 0 && (
        <button
          type="button"
          className="button"
          disabled={act.is_busy}
          aria-keyshortcuts={aria_keys('undo')}
          onClick={() => void take_back({ judged, act, onUndone })}
        >
          <Trans>Undo</Trans> <KeyCap id="undo" /> <span aria-hidden="true">{seconds} s</span>
        </button>
      )}
      <ActFailure of={act} />
    </div>
  );
}

export async function take_back({ judged, act, onUndone }: Props): Promise<void> {
  if (undo_left(judged) === 0) return;
  if (await act.run(() => undo(judged))) onUndone();
}
