import type { ReactNode } from 'react';
import styles from './me.module.css';

type Props = {
  is_checked: boolean;
  onChange: (is_checked: boolean) => void;
  hint?: ReactNode;
  children: ReactNode;
};

// Something that is on or off, and what follows from it.
export function Check({ is_checked, onChange, hint, children }: Props) {
  return (
    <label className={styles.check}>
      <input
        type="checkbox"
        checked={is_checked}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <span>
        {children}
        {hint && <span className={styles.under}>{hint}</span>}
      </span>
    </label>
  );
}
