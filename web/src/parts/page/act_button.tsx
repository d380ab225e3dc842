import type { ReactNode } from 'react';
import { aria_keys } from '../keys/current_keys';
import { KeyCap } from '../keys/key_cap';
import type { ShortcutId } from '../keys/registry';
import type { Act } from './act';

type Props = {
  act: Act;
  onClick: () => unknown;
  kind?: 'main';
  keys?: ShortcutId | undefined; // shown on it; whoever binds it does the same
  verb?: ShortcutId; // what it does, for a key that looks for it
  is_useless?: boolean;
  children: ReactNode;
};

// Does one thing of an act; while one runs, no other can.
export function ActButton({ act, onClick, kind, keys, verb, is_useless = false, children }: Props) {
  return (
    <button
      type="button"
      className="button"
      data-kind={kind}
      data-verb={verb}
      disabled={act.is_busy || is_useless}
      aria-keyshortcuts={keys && aria_keys(keys)}
      onClick={() => void onClick()}
    >
      {children}
      {keys && (
        <>
          {' '}
          <KeyCap id={keys} />
        </>
      )}
    </button>
  );
}
