// The keys a person gave to the shortcuts of the registry, and why some cannot be given. Pure.
import { type Scope, SHORTCUTS, type Shortcut, type ShortcutId, shortcut } from './registry';

// What was changed only: the keys of a shortcut, one for each the registry has.
export type KeyMap = Readonly<Record<string, readonly string[]>>;

const is_letter = (keys: string) => /^(\[?Shift\]?\+)?[A-Z?]$/.test(keys);

const mapped = ({ id, keys }: Shortcut, map: KeyMap): readonly string[] => {
  const own = map[id];
  return own !== undefined && own.length === keys.length ? own : keys;
};

// The keys in force. Without `letters` those that are a single character are left out.
export function keys_in(id: ShortcutId, map: KeyMap, letters: boolean): readonly string[] {
  const keys = mapped(shortcut(id), map);
  return letters ? keys : keys.filter((one) => !is_letter(one));
}

const MODIFIERS = new Set(['Control', 'Alt', 'Shift', 'Meta', 'AltGraph', 'CapsLock', 'Dead']);

type Press = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'altKey' | 'shiftKey' | 'metaKey'>;

// "Control+Alt+N" of what is pressed, null while only modifiers are down.
export function combination_of(press: Press): string | null {
  if (MODIFIERS.has(press.key)) return null;
  const key =
    press.key === ' ' ? 'Space' : press.key.length === 1 ? press.key.toUpperCase() : press.key;
  const down = [
    press.ctrlKey && 'Control',
    press.altKey && 'Alt',
    press.metaKey && 'Meta',
    press.shiftKey && 'Shift',
  ].filter((one) => one !== false);
  return [...down, key].join('+');
}

export type Refusal =
  | { why: 'taken'; by: ShortcutId }
  | { why: 'untypable' } // stands elsewhere, or nowhere, on some of the keyboards here
  | { why: 'altgr' } // Ctrl+Alt is AltGr there, and types a character
  | { why: 'browser' } // the browser keeps it for itself
  | { why: 'typed' }; // would act while somebody types or scrolls

const NAMED = /^(F\d{1,2}|Arrow\w+|Home|End|PageUp|PageDown|Insert|Delete|Enter|Space)$/;
const OF_BROWSER = new RegExp(
  `^(${[
    'F(5|10|11|12)',
    '(.*\\+)?(Tab|Escape|ContextMenu)',
    '.*Meta\\+.*',
    'Control\\+[ACDFJLNOPRSTUVWXYZ]',
    'Control\\+Shift\\+[CIJNPRTW]',
    'Control\\+(F4|PageUp|PageDown)',
    'Alt\\+(F4|Home|Arrow.*|[A-Z])',
  ].join('|')})$`,
);

const holds = (outer: Scope, inner: Scope): boolean =>
  outer === inner ||
  outer === 'everywhere' ||
  (outer === 'desk' && (inner === 'queue' || inner === 'card'));

// Where both could act on one press.
const meet = (a: Scope, b: Scope): boolean => holds(a, b) || holds(b, a);

function rival(id: ShortcutId, keys: string, map: KeyMap): ShortcutId | undefined {
  const { scope } = shortcut(id);
  return SHORTCUTS.find(
    (other) =>
      other.id !== id &&
      meet(other.scope, scope) &&
      mapped(other, map).some((one) => one.toLowerCase() === keys.toLowerCase()),
  )?.id;
}

// Why a shortcut cannot have these keys; null when it can.
export function refusal_of(id: ShortcutId, keys: string, map: KeyMap): Refusal | null {
  const last = keys.split('+').at(-1) ?? '';
  if (OF_BROWSER.test(keys)) return { why: 'browser' };
  if (!/^[A-Z]$/.test(last) && !NAMED.test(last)) return { why: 'untypable' };
  if (/^Control\+Alt\+(Shift\+)?[EQM]$/.test(keys)) return { why: 'altgr' };
  const is_plain = !/^F\d/.test(last) && !/Control|Alt/.test(keys);
  if (is_plain && shortcut(id).scope === 'everywhere') return { why: 'typed' };
  const by = rival(id, keys, map);
  return by === undefined ? null : { why: 'taken', by };
}

// The map with one key of a shortcut replaced.
export function with_key(map: KeyMap, id: ShortcutId, at: number, keys: string): KeyMap {
  const { keys: own } = shortcut(id);
  const now = mapped(shortcut(id), map).with(at, keys);
  const { [id]: _, ...rest } = map;
  return now.every((one, index) => one === own[index]) ? rest : { ...rest, [id]: now };
}

export type Reset = { map: KeyMap; keys: string; by?: ShortcutId };

// The map with a shortcut as the registry has it. `by` has one of its keys, `keys`, by now: then the
// map is left as it is.
export function without(map: KeyMap, id: ShortcutId): Reset {
  const { [id]: _, ...rest } = map;
  for (const keys of shortcut(id).keys) {
    const by = rival(id, keys, rest);
    if (by !== undefined) return { map, keys, by };
  }
  return { map: rest, keys: '' };
}
