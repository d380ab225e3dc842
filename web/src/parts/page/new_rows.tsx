import { Plural } from '@lingui/react/macro';
import { Icon } from '../signs/icon';
import styles from './new_rows.module.css';

// What is new stands here while the rows are held.
export function NewRows({ waiting, onRelease }: { waiting: number; onRelease: () => void }) {
  if (waiting === 0) return null;
  return (
    <button type="button" className={styles.pill} onClick={onRelease}>
      <Icon name="up" />
      <Plural value={waiting} one="# new" other="# new" />
    </button>
  );
}
