import { type KeyboardEvent, useState } from 'react';
import { change_settings, useSettings } from '../device/settings';
import { combination_of, type Refusal, refusal_of, with_key, without } from '../keys/key_map';
import type { ShortcutId } from '../keys/registry';

export type Slot = { id: ShortcutId; at: number }; // a shortcut, and which of its keys
export type Refused = { id: ShortcutId; keys: string; refusal: Refusal };

export type KeyWork = {
  asking: Slot | null; // whose next press is taken
  refused: Refused | null;
  ask: (slot: Slot | null) => void;
  press: (event: KeyboardEvent) => void;
  reset: (id: ShortcutId) => void;
  reset_all: () => void;
};

// One key at a time is asked for and taken, or refused with the reason.
export function useKeyWork(): KeyWork {
  const { keys: map } = useSettings();
  const [asking, set_asking] = useState<Slot | null>(null);
  const [refused, set_refused] = useState<Refused | null>(null);
  const ask = (slot: Slot | null) => {
    set_refused(null);
    set_asking(slot);
  };
  const take = ({ id, at }: Slot, keys: string) => {
    const refusal = refusal_of(id, keys, map);
    set_refused(refusal && { id, keys, refusal });
    if (refusal) return;
    change_settings({ keys: with_key(map, id, at, keys) });
    set_asking(null);
  };
  const press = (event: KeyboardEvent) => {
    if (!asking || event.key === 'Tab') return; // who leaves by Tab is not held
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Escape') ask(null);
    const keys = event.getModifierState('AltGraph') ? null : combination_of(event);
    if (keys !== null && event.key !== 'Escape') take(asking, keys);
  };
  const reset = (id: ShortcutId) => {
    const { map: left, by, keys } = without(map, id);
    set_asking(null);
    set_refused(by === undefined ? null : { id, keys, refusal: { why: 'taken', by } });
    if (by === undefined) change_settings({ keys: left });
  };
  const reset_all = () => {
    ask(null);
    change_settings({ keys: {} });
  };
  return { asking, refused, ask, press, reset, reset_all };
}
