import styles from './key_cap.module.css';
import { useCurrentKeys } from './current_keys';
import { key_caps, type ShortcutId } from './registry';

// The keys of a shortcut as they are printed on the keyboard. `all` shows its alternatives too.
export function KeyCap({ id, all = false }: { id: ShortcutId; all?: boolean }) {
  const current = useCurrentKeys(id);
  const keys = all ? current : current.slice(0, 1);
  if (keys.length === 0) return null;
  return (
    <span className={styles.keys} aria-hidden="true">
      {keys.map((combination) => (
        <Caps key={combination} of={combination} />
      ))}
    </span>
  );
}

export function Caps({ of }: { of: string }) {
  return (
    <span className={styles.combination}>
      {key_caps(of).map((cap) => (
        <kbd key={cap} className={styles.cap}>
          {cap}
        </kbd>
      ))}
    </span>
  );
}
