// The keys in force on this device: the registry under the map of its user.
import { settings, useSettings } from '../device/settings';
import { keys_in } from './key_map';
import { key_caps, type ShortcutId } from './registry';

export function current_keys(id: ShortcutId): readonly string[] {
  const { keys, letters } = settings();
  return keys_in(id, keys, letters);
}

// Renders its user again when the map changes.
export function useCurrentKeys(id: ShortcutId): readonly string[] {
  const { keys, letters } = useSettings();
  return keys_in(id, keys, letters);
}

// For aria-keyshortcuts, which wants names and no optional modifiers.
export function aria_keys(id: ShortcutId): string | undefined {
  const named = current_keys(id).filter((keys) => !keys.includes('['));
  return named.length > 0 ? named.join(' ') : undefined;
}

// For a tooltip: "Ctrl+Alt+N".
export function key_words(id: ShortcutId): string | undefined {
  const [first] = current_keys(id);
  return first === undefined ? undefined : key_caps(first).join('+');
}
