import styles from './key_cap.module.css';
import { key_caps, type ShortcutId, shortcut } from './registry';

// The keys of a shortcut as they are printed on the keyboard. `all` shows its alternatives too.
export function KeyCap({ id, all = false }: { id: ShortcutId; all?: boolean }) {
  const keys = all ? shortcut(id).keys : shortcut(id).keys.slice(0, 1);
  return (
    <span className={styles.keys} aria-hidden="true">
      {keys.map((combination) => (
        <span key={combination} className={styles.combination}>
          {key_caps(combination).map((cap) => (
            <kbd key={cap} className={styles.cap}>
              {cap}
            </kbd>
          ))}
        </span>
      ))}
    </span>
  );
}
