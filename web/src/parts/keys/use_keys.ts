// Binds handlers to shortcuts of the registry.
import {
  createContext,
  type RefObject,
  useContext,
  useEffect,
  useLayoutEffect,
  useRef,
} from 'react';
import { tinykeys } from 'tinykeys';
import { useSettings } from '../device/settings';
import { keys_in } from './key_map';
import type { ShortcutId } from './registry';

type Handler = (event: KeyboardEvent) => void;
export type Handlers = Partial<Record<ShortcutId, Handler>>;

// AltGr arrives as Ctrl+Alt and types a character: it is never a shortcut.
function is_altgr(event: KeyboardEvent): boolean {
  return event.getModifierState?.('AltGraph') ?? false;
}

function is_text_field(target: EventTarget | null): boolean {
  const fields = 'input:not([type="range"]), textarea, select, [contenteditable]';
  return target instanceof Element && target.matches(fields);
}

// Space and Enter keep their own meaning on a button or a link.
function is_native(event: KeyboardEvent): boolean {
  const on_control = event.target instanceof Element && event.target.closest('button, a, summary');
  return Boolean(on_control) && (event.key === ' ' || event.key === 'Enter');
}

function is_typing(event: KeyboardEvent): boolean {
  const plain = !event.ctrlKey && !event.altKey && !event.metaKey && !/^F\d+$/.test(event.key);
  return is_text_field(event.target) && plain;
}

export function should_ignore(event: KeyboardEvent): boolean {
  return event.isComposing || is_altgr(event) || is_typing(event) || is_native(event);
}

// Inside of it nothing binds keys of the whole window: the same verbs stand beside it, with theirs.
export const KeysElsewhere = createContext(false);

// `where` absent: the whole window. Handlers may change between renders without rebinding.
export function useKeys(handlers: Handlers, where?: RefObject<HTMLElement | null>): void {
  const latest = useRef(handlers);
  useLayoutEffect(() => {
    latest.current = handlers;
  });
  const is_elsewhere = useContext(KeysElsewhere) && !where;
  const ids = Object.keys(handlers).join(' ');
  const { keys: map, letters } = useSettings();
  useEffect(() => {
    const target = where ? where.current : window;
    if (!target || ids === '' || is_elsewhere) return;
    const bindings: Record<string, Handler> = {};
    for (const id of ids.split(' ') as ShortcutId[]) {
      for (const keys of keys_in(id, map, letters)) {
        bindings[keys] = (event) => latest.current[id]?.(event);
      }
    }
    return tinykeys(target, bindings, { ignore: should_ignore });
  }, [ids, where, map, letters, is_elsewhere]);
}
