// Every key of the console, once. The help sheet, the tooltips, aria-keyshortcuts and the handlers
// all read this table, through the map a person may lay over it (current_keys.ts); registry.test.ts
// refuses keys that a Belgian keyboard cannot type or that belong to somebody else.
import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';

// everywhere: function keys and Ctrl combinations. The others act only while that region has focus.
// 'desk' is the queue and the card together; 'reasons' the open menu of reasons; 'pursuit' the screen
// of one, where nothing else of its keys acts.
export const SCOPES = [
  'everywhere',
  'desk',
  'queue',
  'card',
  'reasons',
  'pursuit',
  'map',
  'time',
  'table',
  'car',
  'wall',
] as const;
export type Scope = (typeof SCOPES)[number];

export type Shortcut = {
  id: string;
  keys: readonly string[]; // as tinykeys writes them; matched by the key's value, never its place
  scope: Scope;
  verb: MessageDescriptor;
};

export const SHORTCUTS = [
  { id: 'help', keys: ['F1', '[Shift]+?'], scope: 'everywhere', verb: msg`Help and keys` },
  { id: 'next_region', keys: ['F6'], scope: 'everywhere', verb: msg`Next region: list, hit, map` },
  { id: 'previous_region', keys: ['Shift+F6'], scope: 'everywhere', verb: msg`Previous region` },
  { id: 'silence', keys: ['F9'], scope: 'everywhere', verb: msg`Silence sound for 60 s` },
  {
    id: 'palette',
    keys: ['Control+Alt+N'],
    scope: 'everywhere',
    verb: msg`Palette: day, dusk, night`,
  },
  { id: 'validate', keys: ['F2'], scope: 'everywhere', verb: msg`Validate the hit` },
  { id: 'reject', keys: ['F4'], scope: 'everywhere', verb: msg`Reject the hit, with a reason` },
  {
    id: 'pursue',
    keys: ['F7'],
    scope: 'everywhere',
    verb: msg`Pursue the vehicle, open its pursuit, take part in it`,
  },
  { id: 'invite', keys: ['F8'], scope: 'pursuit', verb: msg`Invite a zone` },
  { id: 'hand_over', keys: ['Control+H'], scope: 'pursuit', verb: msg`Hand over the lead` },
  { id: 'write_note', keys: ['Control+Enter'], scope: 'pursuit', verb: msg`Write a note` },
  { id: 'next_sighting', keys: ['N'], scope: 'pursuit', verb: msg`Next sighting, in the log` },
  { id: 'misread', keys: ['M'], scope: 'reasons', verb: msg`Misread` },
  { id: 'wrong_country', keys: ['C'], scope: 'reasons', verb: msg`Wrong country` },
  { id: 'stale_entry', keys: ['S'], scope: 'reasons', verb: msg`Entry out of date` },
  { id: 'vehicle_differs', keys: ['V'], scope: 'reasons', verb: msg`Another vehicle` },
  { id: 'duplicate', keys: ['D'], scope: 'reasons', verb: msg`Duplicate` },
  { id: 'other', keys: ['O'], scope: 'reasons', verb: msg`Other` },
  { id: 'undo', keys: ['U'], scope: 'desk', verb: msg`Take your verdict back, within 10 s` },
  { id: 'next_open', keys: ['N'], scope: 'desk', verb: msg`Next hit that waits` },
  { id: 'next_row', keys: ['ArrowDown', 'J'], scope: 'queue', verb: msg`Next vehicle` },
  { id: 'previous_row', keys: ['ArrowUp', 'K'], scope: 'queue', verb: msg`Previous vehicle` },
  { id: 'first_row', keys: ['Home'], scope: 'queue', verb: msg`First vehicle` },
  { id: 'last_row', keys: ['End'], scope: 'queue', verb: msg`Last vehicle` },
  { id: 'open', keys: ['Enter'], scope: 'queue', verb: msg`Claim and open the hit` },
  { id: 'pause', keys: ['P'], scope: 'queue', verb: msg`Pause or resume live` },
  { id: 'pick', keys: ['X'], scope: 'queue', verb: msg`Mark, to reject several together` },
  { id: 'enlarge', keys: ['Space'], scope: 'queue', verb: msg`Enlarge the picture` },
  { id: 'enlarge_card', keys: ['Space'], scope: 'card', verb: msg`Enlarge the picture` },
  { id: 'back', keys: ['Escape'], scope: 'card', verb: msg`Back to the list` },
  { id: 'next_line', keys: ['ArrowDown', 'J'], scope: 'table', verb: msg`Next line` },
  { id: 'previous_line', keys: ['ArrowUp', 'K'], scope: 'table', verb: msg`Previous line` },
  { id: 'first_line', keys: ['Home'], scope: 'table', verb: msg`First line` },
  { id: 'last_line', keys: ['End'], scope: 'table', verb: msg`Last line` },
  { id: 'open_line', keys: ['Enter'], scope: 'table', verb: msg`Open the line` },
  // The map itself moves by these, and by + and −, which no layout keeps in one place.
  {
    id: 'pan_map',
    keys: ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'],
    scope: 'map',
    verb: msg`Move the map; + and − bring it nearer and farther`,
  },
  { id: 'whole_province', keys: ['Home'], scope: 'map', verb: msg`Whole province` },
  { id: 'next_in_car', keys: ['ArrowRight', 'N'], scope: 'car', verb: msg`Next hit` },
  { id: 'previous_in_car', keys: ['ArrowLeft'], scope: 'car', verb: msg`Previous hit` },
  { id: 'read_aloud', keys: ['R'], scope: 'car', verb: msg`Read the plate aloud` },
  { id: 'leave_car', keys: ['Escape'], scope: 'car', verb: msg`Leave the car mode` },
  { id: 'leave_wall', keys: ['Escape'], scope: 'wall', verb: msg`Leave the wall` },
  { id: 'my_zone', keys: ['Z'], scope: 'map', verb: msg`Back to my zone` },
  { id: 'measure', keys: ['M'], scope: 'map', verb: msg`Measure a distance, or stop measuring` },
  {
    id: 'measure_here',
    keys: ['Enter'],
    scope: 'map',
    verb: msg`While measuring: a point in the middle of the map`,
  },
  { id: 'leave_popup', keys: ['Escape'], scope: 'map', verb: msg`Close what is open on the map` },
  { id: 'play_map', keys: ['Space'], scope: 'map', verb: msg`Play or stop the past` },
  { id: 'play', keys: ['Space'], scope: 'time', verb: msg`Play or stop the past` },
  { id: 'step_back', keys: ['ArrowLeft'], scope: 'time', verb: msg`One step back` },
  { id: 'step_on', keys: ['ArrowRight'], scope: 'time', verb: msg`One step on` },
  { id: 'whole_past', keys: ['Home'], scope: 'time', verb: msg`To the beginning` },
  { id: 'back_to_live', keys: ['End'], scope: 'time', verb: msg`Back to now` },
] as const satisfies readonly Shortcut[];

export type ShortcutId = (typeof SHORTCUTS)[number]['id'];

export function shortcut(id: ShortcutId): Shortcut {
  const found = SHORTCUTS.find((one) => one.id === id);
  if (!found) throw new Error(`no shortcut ${id}`);
  return found;
}

const CAPS: Readonly<Record<string, string>> = {
  Control: 'Ctrl',
  ArrowDown: '↓',
  ArrowUp: '↑',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
  '[Shift]': '',
};

// "Control+Alt+N" as the caps on the keyboard: Ctrl, Alt, N
export function key_caps(keys: string): string[] {
  return keys
    .split('+')
    .map((key) => CAPS[key] ?? key)
    .filter((cap) => cap !== '');
}
